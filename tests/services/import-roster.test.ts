import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { withActor } from '../../server/db/actor.ts';
import { selectJudgedBefore, selectRunDifferences } from '../../server/db/queries/read/changes.ts';
import { movePosition } from '../../server/services/move-position.ts';
import { netChange } from '../../server/services/read/changes.ts';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { CODE, describeOnBoth, rosterFile, square, zonesFile } from './support.ts';

const AT = [132.33, 34.35] as const;
const FAR = [132.36, 34.35] as const;
const hanako = { number: '1', name: '架空 花子', at: AT, care: '要介護3', supporter: '架空 次郎' };
const taro = { number: '2', name: '見本 𠮷郎', at: FAR, care: '非該当', district: '山手' };
const bySmall = { number: '3', name: '例 三郎', address: '廿日市市阿品二丁目5番6号' };
const towns = (lat: number) =>
  JSON.stringify([
    { town: '阿品一丁目', lat: 34.31, lng: 132.3 },
    { town: '阿品二丁目', lat, lng: 132.31 },
  ]);

interface Person {
  id: string;
  roster_number: string;
  name: string;
  district_name: string | null;
  accuracy: string;
  position_origin: string;
  lng: number | null;
  version: number;
  archived: boolean;
}

describeOnBoth('import of rosters', (bench) => {
  const people = async () =>
    Object.fromEntries(
      (
        await bench().context.database.query<Person>(
          `SELECT id, roster_number, name, district_name, accuracy, position_origin,
             ST_X(position) AS lng, version, archived_at IS NOT NULL AS archived FROM resident`,
        )
      ).map((person) => [person.roster_number, person]),
    );
  const relations = async () =>
    Object.fromEntries(
      (
        await bench().context.database.query<{ number: string; red: string; tier: number }>(
          `SELECT roster_number AS number, red_relation AS red, tier
           FROM resident JOIN assessment ON subject_id = resident.id::text
           JOIN priority_result ON resident_id = resident.id`,
        )
      ).map(({ number, red, tier }) => [number, { red, tier }]),
    );

  test('people enter, are placed, checked and ranked', async () => {
    const { importOk, file } = bench();
    const zones = zonesFile([{ number: '1', zoneClass: 2, geometry: square(...AT, 100) }]);
    await importOk({ source: 'ksj-a33', files: [file('z.geojson', zones)] });
    await importOk({ source: 'gazetteer', files: [file('t.json', towns(34.32))] });
    const districts = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { name: '阿品' }, geometry: square(132.31, 34.32, 3000) },
      ],
    });
    await importOk({ source: 'districts', files: [file('d.geojson', districts)] });
    const roster = iconv.encode(
      rosterFile([hanako, { ...taro, name: '見本 吉郎' }, bySmall]),
      'cp932',
    );
    const report = await importOk({
      source: 'roster',
      files: [file('r.csv', roster)],
      options: { asOf: '2026-10-01' },
    });
    expect(report.difference).toEqual({ added: 3, changed: 0, removed: 0, unchanged: 0 });
    expect(report.counts.read).toBe(3);
    const now = await people();
    expect(now['1']).toMatchObject({
      name: '架空 花子',
      accuracy: 'building',
      position_origin: 'roster',
    });
    expect(now['2']).toMatchObject({ district_name: '山手' });
    expect(now['3']).toMatchObject({
      accuracy: 'town',
      position_origin: 'gazetteer',
      district_name: '阿品',
    });
    expect(report.assessment?.difference.newlyInside).toEqual([now['1']?.id]);
    expect(await relations()).toMatchObject({
      1: { red: 'inside', tier: 1 },
      2: { red: 'outside' },
    });
    const facts = await bench().context.database.query(
      `SELECT care_level, supporters_known, source, as_of,
         (SELECT count(*) FROM supporter WHERE supporter.resident_id = household_facts.resident_id) AS helpers
       FROM household_facts JOIN resident ON resident.id = resident_id WHERE roster_number = '1'`,
    );
    expect(facts).toEqual([
      {
        care_level: '23',
        supporters_known: true,
        source: 'r.csv',
        as_of: '2026-10-01',
        helpers: 1,
      },
    ]);
  });

  test('the difference is known before it is applied; the gone are archived and come back', async () => {
    const { importOk, import: run, file, count } = bench();
    const before = await people();
    const files = [
      file(
        'r2.csv',
        rosterFile([{ ...hanako, care: '要介護5' }, taro, { ...bySmall, number: '4' }]),
      ),
    ];
    const expected = { added: 1, changed: 2, removed: 1, unchanged: 0 };
    expect((await importOk({ source: 'roster', files, dryRun: true })).difference).toEqual(
      expected,
    );
    expect(await count('SELECT count(*) FROM roster_record')).toBe(3);
    const asked: unknown[] = [];
    const declined = await run({
      source: 'roster',
      files,
      confirm: async (difference) => {
        asked.push(difference);
        return false;
      },
    });
    expect(declined.ok).toBe(false);
    expect(asked).toEqual([expected]);
    expect(await people()).toEqual(before);

    const report = await importOk({ source: 'roster', files });
    expect(report.difference).toEqual(expected);
    const now = await people();
    expect(now['2']?.name).toBe('見本 𠮷郎');
    expect(now['1']).toMatchObject({ id: before['1']?.id, version: 2 });
    expect(now['3']).toMatchObject({ id: before['3']?.id, archived: true });
    expect(await count('SELECT count(*) FROM priority_result')).toBe(3);

    const back = await rollBackDataset(bench().context, CODE, report.datasetId ?? '');
    expect(back.ok).toBe(true);
    const restored = await people();
    expect(restored['3']).toMatchObject({ id: before['3']?.id, archived: false });
    expect(restored['4']).toMatchObject({ archived: true });
  });

  test('a roster that was put back leaves nothing changed since before it', async () => {
    const { importOk, file, context } = bench();
    const { 1: inside } = await people();
    const since = new Date();
    const part = await importOk({
      source: 'roster',
      files: [file('part.csv', rosterFile([taro]))],
    });
    expect(await people()).toMatchObject({ 1: { archived: true }, 3: { archived: true } });
    const back = await rollBackDataset(context, CODE, part.datasetId ?? '');
    expect(back.ok).toBe(true);
    const { runs, before } = await withActor(context.database, context.actor, CODE, async (tx) => ({
      runs: await selectRunDifferences(tx, CODE, since),
      before: await selectJudgedBefore(tx, CODE, since),
    }));
    const was = { relation: 'inside', redRelation: 'inside' } as const;
    expect(before).toContainEqual({ id: inside?.id, former: was });
    // The check that met them again took them for new.
    expect([...netChange(runs, 'newlyInside', 'noLongerInside').came]).toEqual([inside?.id]);
    const twice = [{ id: inside?.id ?? '', former: was, now: was }];
    const net = netChange(runs, 'newlyInside', 'noLongerInside', twice);
    expect([net.came.size, net.went.size]).toEqual([0, 0]);
  });

  test('somebody moved by hand is checked at once and stays there', async () => {
    const { importOk, file, context, count } = bench();
    const { 1: person } = await people();
    const move = {
      municipalityCode: CODE,
      residentId: person?.id ?? '',
      position: FAR,
      radiusMeters: 5,
    };
    const stale = await movePosition(context, { ...move, version: 99, reason: '現地で確認' });
    expect(stale).toMatchObject({ ok: false, problem: { code: 'resident.stale' } });
    const version = person?.version ?? 0;
    const moved = await movePosition(context, { ...move, version, reason: '現地で確認' });
    expect(moved).toMatchObject({
      ok: true,
      value: {
        version: version + 1,
        difference: { noLongerInside: [person?.id], newlyInside: [] },
      },
    });
    expect((await relations())['1']?.red).toBe('outside');
    expect(await count('SELECT count(*) FROM resident_position_change')).toBe(1);
    const files = [file('r3.csv', rosterFile([{ ...hanako, care: '要介護1' }, taro, bySmall]))];
    await importOk({ source: 'roster', files });
    expect((await people())['1']).toMatchObject({ position_origin: 'manual', lng: FAR[0] });
  });

  test('a new gazetteer places those anew whom nothing better placed', async () => {
    const { importOk, file, context } = bench();
    const before = await people();
    await importOk({ source: 'gazetteer', files: [file('t2.json', towns(34.5))] });
    const now = await people();
    expect(now['1']).toEqual(before['1']);
    expect(now['2']).toEqual(before['2']);
    expect(now['3']).toMatchObject({ accuracy: 'town', district_name: null });
    const [place] = await context.database.query(
      `SELECT round(ST_Y(position)::numeric, 3)::float8 AS lat FROM resident WHERE roster_number = '3'`,
    );
    expect(place).toEqual({ lat: 34.5 });
  });

  test('rejected rows are kept with line and reason, and the counts add up', async () => {
    const { importOk, file, context } = bench();
    const text = rosterFile([hanako, taro, bySmall, { number: '', name: '番号 なし', at: AT }]);
    const report = await importOk({ source: 'roster', files: [file('r4.csv', text)] });
    const { read, accepted, repaired, rejected } = report.counts;
    expect([accepted + repaired + rejected, rejected]).toEqual([read, 1]);
    const rejects = await context.database.query(
      'SELECT record_number, raw FROM dataset_reject WHERE dataset_id = $1',
      [report.datasetId],
    );
    expect(rejects).toMatchObject([{ record_number: 5 }]);
    expect(String(rejects[0]?.raw)).toContain('番号 なし');
  });
});
