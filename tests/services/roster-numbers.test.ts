import { expect, test } from 'vitest';
import { withActor } from '../../server/db/actor.ts';
import { listRosterChanges } from '../../server/db/queries/roster-changes.ts';
import { applyHeldDataset } from '../../server/services/decide-on-dataset.ts';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { CODE, describeOnBoth, rosterFile } from './support.ts';

const AT = [132.33, 34.35] as const;
const hanako = { number: '1', name: '架空 花子', at: AT, care: '要介護3', supporter: '架空 次郎' };
const taro = { number: '2', name: '見本 太郎', at: AT };
const gone = { number: '9', name: '例 去子', at: AT };
/** Somebody else, to whom a file gives a number that is taken. */
const other = { name: '別人 三郎', born: '1951/2/3', at: AT, care: '要支援1' };

describeOnBoth('numbers of a roster that are those of others', (bench) => {
  const people = () =>
    bench().context.database.query<Record<string, unknown>>(
      `SELECT roster_number AS number, name, birth_date::text AS born, care_level AS care, version,
         archived_at IS NULL AS here, household_facts.source, household_facts.as_of::text AS "asOf",
         (SELECT string_agg(supporter.name, ',') FROM supporter
          WHERE supporter.resident_id = resident.id) AS helper
       FROM resident JOIN household_facts ON resident_id = resident.id ORDER BY 1`,
    );
  const person = async (number: string) => (await people()).find((one) => one.number === number);
  const events = () => bench().count(`SELECT count(*) FROM resident_event`);
  let clashing = '';

  test('somebody else is turned away with a reason, and whoever has the number stays as they were', async () => {
    const { importOk, file, context } = bench();
    const first = file('first.csv', rosterFile([hanako, taro, gone]));
    await importOk({ source: 'roster', files: [first], options: { asOf: '2026-04-01' } });
    await importOk({ source: 'roster', files: [file('second.csv', rosterFile([hanako, taro]))] });
    const before = await people();
    const noted = await events();
    const files = [
      file(
        'third.csv',
        rosterFile([
          { ...other, number: '1' },
          taro,
          { ...other, number: '9' },
          { ...other, number: '10' },
        ]),
      ),
    ];
    const dry = await importOk({ source: 'roster', files, dryRun: true });
    const report = await importOk({ source: 'roster', files });
    clashing = report.datasetId ?? '';
    for (const { counts, difference, rejectedReasons } of [dry, report]) {
      expect(counts).toMatchObject({ read: 4, accepted: 2, rejected: 2 });
      expect(difference).toEqual({ added: 1, changed: 0, removed: 0, unchanged: 2 });
      expect(rejectedReasons.map(({ code, count }) => [code, count])).toEqual(
        expect.arrayContaining([
          ['roster.number-of-another', 1],
          ['roster.number-of-gone', 1],
        ]),
      );
    }
    expect(report.notes.map(({ ja }) => ja).join()).toContain(
      '使用中の名簿にいる 1 人は今のまま残ります',
    );
    const rejects = await context.database.query(
      'SELECT record_number, raw FROM dataset_reject WHERE dataset_id = $1 ORDER BY 1',
      [report.datasetId],
    );
    expect(rejects).toEqual([
      { record_number: 2, raw: '1,別人 三郎,1951-02-03,' },
      { record_number: 4, raw: '9,別人 三郎,1951-02-03,' },
    ]);
    const now = await people();
    for (const number of ['1', '9'])
      expect(now.find((one) => one.number === number)).toEqual(
        before.find((one) => one.number === number),
      );
    expect(now.find((one) => one.number === '10')).toMatchObject({ name: other.name, here: true });
    expect(await events()).toBe(noted);
  });

  test('whoever was kept is kept by the next roster and comes back with it', async () => {
    const { importOk, file, context } = bench();
    const before = await person('1');
    await importOk({ source: 'roster', files: [file('fourth.csv', rosterFile([taro]))] });
    expect(await person('1')).toMatchObject({ here: false });
    const again = await importOk({
      source: 'roster',
      files: [file('fifth.csv', rosterFile([taro, { ...other, number: '1' }]))],
      dryRun: true,
    });
    expect(again.rejectedReasons).toMatchObject([{ code: 'roster.number-of-gone' }]);
    const current = await context.database.query<{ id: string }>(
      `SELECT id FROM dataset WHERE kind = 'roster' AND status = 'active'`,
    );
    const back = await rollBackDataset(context, CODE, current[0]?.id ?? '');
    expect(back).toMatchObject({ ok: true, value: { datasetId: clashing } });
    const { version: _, ...same } = before ?? {};
    expect(await person('1')).toMatchObject(same);
  });

  test('one of the two may be corrected, and a number that is taken meanwhile stops the swap', async () => {
    const { importOk, file, context } = bench();
    const held = await importOk({
      source: 'roster',
      files: [file('held.csv', rosterFile([hanako, taro, { ...other, number: '20' }]))],
      hold: true,
    });
    const renamed = { ...hanako, name: '架空 花代' };
    const report = await importOk({
      source: 'roster',
      files: [file('sixth.csv', rosterFile([renamed, taro, { ...gone, number: '20' }]))],
    });
    expect(report.counts.rejected).toBe(0);
    expect(await person('1')).toMatchObject({ name: renamed.name, care: '23' });
    const key = { municipalityCode: CODE, datasetId: held.datasetId ?? '' };
    // The first answer is that the figures are others now; whoever goes on is stopped all the same.
    for (const code of ['import.changed-meanwhile.stale', 'import.number-taken'])
      expect(await applyHeldDataset(context, { ...key, confirmsNoZones: false })).toMatchObject({
        ok: false,
        problem: { code },
      });
    expect(await person('20')).toMatchObject({ name: gone.name, here: true });
  });

  test('who would leave, enter and change is counted and listed before anything is switched', async () => {
    const { importOk, file, context } = bench();
    const roster = file('seventh.csv', rosterFile([hanako, taro, { ...other, number: '30' }]));
    await importOk({ source: 'roster', files: [roster] });
    await context.database.query(
      `UPDATE assessment SET red_relation = 'inside' FROM resident
       WHERE subject_id = resident.id::text AND roster_number = '30'`,
    );
    await context.database.query(
      `UPDATE priority_result SET tier = 1 FROM resident
       WHERE resident_id = resident.id AND roster_number = '30'`,
    );
    const held = await importOk({
      source: 'roster',
      files: [
        file(
          'eighth.csv',
          rosterFile([
            { ...hanako, care: '要介護5' },
            { ...taro, supporter: '新規 支子' },
            { number: '31', name: '新規 一子', at: AT },
          ]),
        ),
      ],
      hold: true,
    });
    expect(held.leaving).toEqual({ count: 1, of: 3, inRedZone: 1, inFirstTier: 1 });
    const key = { municipalityCode: CODE, datasetId: held.datasetId ?? '' };
    const listed = await withActor(context.database, context.actor, CODE, async (tx) => [
      ...(await listRosterChanges(tx, key, 0, 3)),
      ...(await listRosterChanges(tx, key, 3, 3)),
    ]);
    expect(listed).toMatchObject([
      { change: 'removed', rosterNumber: '30', name: other.name, changes: null },
      { change: 'added', rosterNumber: '31', birthDate: '1940-05-06', changes: null },
      { change: 'changed', rosterNumber: '1', changes: { careLevel: ['23', '25'] } },
      { change: 'changed', rosterNumber: '2', changes: null },
    ]);
    expect(listed).toHaveLength(4);
  });
});
