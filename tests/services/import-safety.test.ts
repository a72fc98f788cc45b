import { expect, test } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { importDataset } from '../../server/services/import-dataset.ts';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { CODE, describeOnBoth, rosterFile, square, zonesFile } from './support.ts';

const AT = [132.33, 34.35] as const;
const people = ['1', '2', '3'].map((number) => ({ number, name: `架空 ${number}`, at: AT }));

describeOnBoth('imports that are held up or fail', (bench) => {
  const zones = (number: number) => {
    const text = zonesFile([
      { number: String(number), zoneClass: 1, geometry: square(...AT, 50 + number) },
    ]);
    return [bench().file(`z${number}.geojson`, text)];
  };
  const roster = (name: string, list: typeof people) => [bench().file(name, rosterFile(list))];
  const onRoster = () => bench().count('SELECT count(*) FROM resident WHERE archived_at IS NULL');
  const inForce = (kind: string) =>
    bench().count(`SELECT count(*) FROM dataset WHERE status = 'active' AND kind = '${kind}'`);

  test('a roster agreed to after its staging was cleared away changes nobody', async () => {
    const { importOk, import: run, context } = bench();
    await importOk({ source: 'roster', files: roster('r1.csv', people) });
    const outcome = await run({
      source: 'roster',
      files: roster('r2.csv', people.slice(1)),
      confirm: async () => {
        await context.database.query(
          `UPDATE dataset SET staged_at = now() - interval '31 minutes' WHERE status = 'staging'`,
        );
        await importOk({ source: 'ksj-a33', files: zones(0) });
        return true;
      },
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'import.staging-gone' } });
    expect(await onRoster()).toBe(3);
    expect(await inForce('roster')).toBe(1);
  });

  test('an import clears away nothing of another municipality', async () => {
    const { importOk, context, count } = bench();
    await context.database.query(
      `INSERT INTO municipality (code, name) VALUES ('34100', '隣の市')`,
    );
    await context.database.query(
      `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256, staged_at)
       VALUES ('34100', gen_random_uuid(), 'zones', 'ksj-a33', '', 'staging', '{}', '',
         now() - interval '2 hours')`,
    );
    await importOk({ source: 'ksj-a33', files: zones(1) });
    expect(await count(`SELECT count(*) FROM dataset WHERE status = 'staging'`)).toBe(1);
  });

  test('data in force stay in force when what follows fails, and the report says so', async () => {
    const { context, count } = bench();
    let isApplied = false;
    const broken: Database = {
      ...context.database,
      query: (sql, parameters) =>
        isApplied && sql.includes('ANALYZE')
          ? Promise.reject(new Error('架空 1 is in the way'))
          : context.database.query(sql, parameters),
    };
    const outcome = await importDataset(
      { ...context, database: broken },
      {
        municipalityCode: CODE,
        source: 'roster',
        files: roster('r3.csv', people.slice(0, 2)),
        onProgress: ({ phase }) => {
          isApplied ||= phase === 'applying';
        },
      },
    );
    if (!outcome.ok) throw new Error(outcome.problem.en);
    const { datasetId, assessment, notes } = outcome.value;
    expect(assessment).toBeNull();
    const words = notes.map(({ ja, en }) => `${ja} ${en}`).join();
    expect(words).toContain('did not end (Error)');
    expect(words).not.toContain('in the way');
    expect(
      await count(`SELECT count(*) FROM dataset WHERE id = '${datasetId}' AND status = 'active'`),
    ).toBe(1);
    expect(await onRoster()).toBe(2);
  });

  test('data taken back do not push out what can be put back', async () => {
    const { importOk, context, count } = bench();
    const superseded = () =>
      count(`SELECT count(*) FROM dataset WHERE status = 'superseded' AND kind = 'zones'`);
    const first = await importOk({ source: 'ksj-a33', files: zones(10) });
    const before = await superseded();
    for (const number of [11, 12, 13, 14]) {
      const { datasetId } = await importOk({
        source: 'ksj-a33',
        files: zones(number),
        withoutFollowUp: true,
      });
      const back = await rollBackDataset(context, CODE, datasetId ?? '');
      expect(back).toMatchObject({ ok: true, value: { datasetId: first.datasetId } });
    }
    expect(await superseded()).toBe(before);
    // The one that was put back is the newest of the former ones when the next comes.
    const next = await importOk({ source: 'ksj-a33', files: zones(15), withoutFollowUp: true });
    expect(await rollBackDataset(context, CODE, next.datasetId ?? '')).toMatchObject({
      value: { datasetId: first.datasetId },
    });
    expect(
      await count(`SELECT count(*) FROM dataset WHERE status = 'rolled-back' AND kind = 'zones'`),
    ).toBeLessThanOrEqual(4);
  });

  test('a roster takes no scope: two of them would put each other away', async () => {
    const { import: run } = bench();
    const files = roster('r4.csv', people.slice(2));
    expect(await run({ source: 'roster', files, scope: '山手' })).toMatchObject({
      ok: false,
      problem: { code: 'import.roster-scope' },
    });
    expect(await onRoster()).toBe(2);
  });
});
