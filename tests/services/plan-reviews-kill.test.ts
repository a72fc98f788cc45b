import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { catchUp } from '../../server/services/catch-up.ts';
import { reviewPlans } from '../../server/services/plans/review-plans.ts';
import { WHOLE_PLAN } from '../domain/plan/support.ts';
import { CODE, describeOnBoth, rosterFile, square, zonesFile } from './support.ts';

/** Several batches. */
const PEOPLE = 1500;
const HOME = [132.3, 34.4] as const;

describeOnBoth('a review of plans that is killed in the middle', (bench) => {
  const count = (rest: string) => bench().count(`SELECT count(*)::integer AS count FROM ${rest}`);
  const reviewed = () => count(`plan WHERE stage = 'review-due'`);

  test('leaves no plan half written, and the next start goes on and calls each once', async () => {
    const { context, testDatabase, file, importOk } = bench();
    const people = Array.from({ length: PEOPLE }, (_, at) => ({
      ...{ number: String(at), name: `架空 ${at}`, at: HOME },
    }));
    await importOk({ source: 'roster', files: [file('roster.csv', rosterFile(people))] });
    const away = { number: 'Y', zoneClass: 1, geometry: square(132.5, 34.5, 50) } as const;
    await importOk({ source: 'ksj-a33', files: [file('away.geojson', zonesFile([away]))] });
    await putAllInForce();
    await reviewPlans(context, CODE);
    expect(await count('plan_basis')).toBe(PEOPLE);
    const here = { number: 'R', zoneClass: 2, geometry: square(...HOME, 50) } as const;
    await importOk({
      ...{ source: 'ksj-a33', files: [file('here.geojson', zonesFile([away, here]))] },
      withoutFollowUp: true,
    });
    expect(await reviewed()).toBe(0);

    const reviewer = spawn(
      process.execPath,
      [
        ...['--conditions=source', '--import', import.meta.resolve('tsx')],
        join(import.meta.dirname, 'kill-reviewer.ts'),
        ...[JSON.stringify(testDatabase.config), CODE, context.today],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const exit = once(reviewer, 'exit');
    while (reviewer.exitCode === null && (await reviewed()) === 0) await sleep(2);
    reviewer.kill('SIGKILL');
    await exit;
    // What it had begun has ended one way or the other.
    await sleep(500);
    const done = await reviewed();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(PEOPLE);
    await expectWhole(done);

    expect(await catchUp(context)).toEqual([CODE]);
    await expectWhole(PEOPLE);
    expect(await catchUp(context)).toEqual([]);
    await expectWhole(PEOPLE);
  }, 150_000);

  /** As many plans with reason, event, finding and version as were called for, and none between. */
  async function expectWhole(plans: number): Promise<void> {
    expect([
      await count(`plan WHERE stage = 'review-due' AND version = 2
        AND 'zones-at-home' = ANY (review_reasons)`),
      await count(`plan WHERE stage = 'in-force' AND version = 1 AND review_reasons = '{}'`),
      await count(`plan_event WHERE task = 'call-review' AND version = 2 AND role = 'system'`),
      await count(`plan_event WHERE task = 'call-review'`),
      await count(`plan_basis WHERE findings @> '[{"reason": "zones-at-home"}]'`),
      await count('plan_version'),
    ]).toEqual([plans, PEOPLE - plans, plans, plans, plans, PEOPLE]);
  }

  async function putAllInForce(): Promise<void> {
    const { database } = bench().context;
    const insert = (into: string, values: string, ...parameters: unknown[]) =>
      database.query(
        `INSERT INTO ${into} SELECT municipality_code, id, ${values} FROM resident`,
        parameters,
      );
    await insert(
      `plan (municipality_code, resident_id, version, stage, stage_since, content_version,
         outline, approvals, updated_by)`,
      `1, 'in-force', now(), 1, '{}', '{}', 'test'`,
    );
    await insert(
      'plan_version (municipality_code, resident_id, version, content, saved_by)',
      `1, $1, 'test'`,
      JSON.stringify(WHOLE_PLAN),
    );
    await insert(
      `plan_event (municipality_code, resident_id, version, task, from_stage, to_stage,
         content_version, done_by, role)`,
      `1, 'put-in-force', 'shared', 'in-force', 1, 'test', 'system'`,
    );
    await database.query(`UPDATE plan_event SET from_stage = 'person-agreed'`);
  }
});
