import { expect, test } from 'vitest';
import { assessMunicipality } from '../../server/services/assess-municipality.ts';
import { catchUp } from '../../server/services/catch-up.ts';
import { changeSettings } from '../../server/services/change-settings.ts';
import { runJob } from '../../server/services/worker/run-job.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';
import { CODE, describeOnBoth, rosterFile, square, zonesFile } from './support.ts';

const AT = [132.33, 34.35] as const;
/** About 30 m east of the edge of a square of 100 m. */
const NEAR = [132.33 + 80 / 91_700, 34.35] as const;

describeOnBoth('what follows a change', (bench) => {
  const order = () => {
    const { testDatabase } = bench();
    return { databaseConfig: testDatabase.config, actor: LOCAL_OFFICER, today: '2026-11-24' };
  };
  const relations = async () =>
    (
      await bench().context.database.query<{ relation: string }>(
        `SELECT relation FROM assessment JOIN resident ON resident.id::text = subject_id
         ORDER BY roster_number`,
      )
    ).map(({ relation }) => relation);

  test('an import in a thread of its own, with progress', async () => {
    const { importOk, file } = bench();
    const people = [
      { number: '1', name: '架空 花子', at: AT },
      { number: '2', name: '見本 太郎', at: NEAR },
    ];
    await importOk({ source: 'roster', files: [file('r.csv', rosterFile(people))] });
    expect(await relations()).toEqual(['undetermined', 'undetermined']);
    const phases = new Set<string>();
    const zones = zonesFile([{ number: '1', zoneClass: 1, geometry: square(...AT, 100) }]);
    const request = {
      municipalityCode: CODE,
      source: 'ksj-a33',
      files: [file('z.geojson', zones)],
    } as const;
    const job = { kind: 'import', request } as const;
    const result = await runJob(
      { ...order(), job },
      { onProgress: ({ phase }) => phases.add(phase) },
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        counts: { read: 1 },
        assessment: { difference: { newlyInside: [expect.any(String)] } },
      },
    });
    expect([...phases]).toEqual(['reading', 'comparing', 'applying', 'assessing', 'ranking']);
    expect(await relations()).toEqual(['inside', 'outside']);
  });

  test('a thread says problems, and stops when it is told to', async () => {
    const { file, count } = bench();
    const missing = { municipalityCode: CODE, source: 'ksj-a33', files: ['/nowhere'] } as const;
    expect(
      await runJob({ ...order(), job: { kind: 'import', request: missing } }, {}),
    ).toMatchObject({ ok: false, problem: { code: 'import.file-unreadable' } });
    const abort = new AbortController();
    const many = Array.from({ length: 20_000 }, (_, number) => ({
      number: String(number),
      zoneClass: 1 as const,
      geometry: square(132 + number / 10_000, 34, 50),
    }));
    const request = {
      municipalityCode: CODE,
      source: 'ksj-a33',
      files: [file('many.geojson', zonesFile(many))],
    } as const;
    const result = await runJob(
      { ...order(), job: { kind: 'import', request } },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    expect(result).toMatchObject({ ok: false, problem: { code: 'job.cancelled' } });
    expect(await count(`SELECT count(*) FROM dataset WHERE status = 'staging'`)).toBe(0);
    expect(await count('SELECT count(*) FROM hazard_zone')).toBe(1);
  });

  test('a wider margin makes people near; an older version of the settings is a conflict', async () => {
    const { context } = bench();
    const change = await changeSettings(context, CODE, { version: 1, marginMeters: 50 });
    expect(change).toEqual({
      ok: true,
      value: { version: 2, needsAssessment: true, needsRanking: true },
    });
    await assessMunicipality(context, CODE);
    expect(await relations()).toEqual(['inside', 'near']);
    expect(await changeSettings(context, CODE, { version: 1, marginMeters: 5 })).toMatchObject({
      ok: false,
      problem: { code: 'municipality.stale' },
    });
    expect(await changeSettings(context, CODE, { version: 2, criteriaId: 'nobody' })).toMatchObject(
      {
        ok: false,
        problem: { code: 'criteria.unknown' },
      },
    );
  });

  test('what a killed process left undone is done at the next start, once', async () => {
    const { importOk, file, context } = bench();
    const zones = zonesFile([{ number: '9', zoneClass: 2, geometry: square(...NEAR, 100) }]);
    await importOk({
      source: 'ksj-a33',
      files: [file('other.geojson', zones)],
      withoutFollowUp: true,
    });
    expect(await relations()).toEqual(['inside', 'near']);
    expect(await catchUp(context)).toEqual([CODE]);
    expect(await relations()).toEqual(['near', 'inside']);
    expect(await catchUp(context)).toEqual([]);
  });

  test('staging that a dead process left is cleared by the next import, a living one is not', async () => {
    const { importOk, file, context, count } = bench();
    for (const minutes of [1, 60])
      await context.database.query(
        `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256, staged_at)
         VALUES ($1, gen_random_uuid(), 'zones', 'ksj-a33', '', 'staging', '{}', '',
           now() - make_interval(mins => $2))`,
        [CODE, minutes],
      );
    const zones = zonesFile([{ number: '7', zoneClass: 2, geometry: square(...NEAR, 90) }]);
    await importOk({ source: 'ksj-a33', files: [file('last.geojson', zones)] });
    expect(await count(`SELECT count(*) FROM dataset WHERE status = 'staging'`)).toBe(1);
  });

  test('a kill between the check and the ranking is made good at the next start', async () => {
    const { importOk, file, context, count } = bench();
    const tiers = () => count('SELECT sum(tier) AS count FROM priority_result');
    const before = await tiers();
    const zones = zonesFile([{ number: '8', zoneClass: 2, geometry: square(...AT, 2000) }]);
    await importOk({
      source: 'ksj-a33',
      files: [file('wide.geojson', zones)],
      withoutFollowUp: true,
    });
    await assessMunicipality(context, CODE);
    expect(await relations()).toEqual(['inside', 'inside']);
    expect(await tiers()).toBe(before);
    expect(await catchUp(context)).toEqual([CODE]);
    expect(await tiers()).toBeLessThan(before);
    expect(await catchUp(context)).toEqual([]);
  });
});
