import { expect, test } from 'vitest';
import { assessResident } from '../../server/services/assess-resident.ts';
import { catchUp } from '../../server/services/catch-up.ts';
import { changeSettings } from '../../server/services/change-settings.ts';
import { movePosition } from '../../server/services/move-position.ts';
import { rankMunicipality } from '../../server/services/rank-municipality.ts';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { CODE, describeOnBoth, rosterFile, square, zonesFile } from './support.ts';

const WEST = [132.31, 34.32] as const;
const EAST = [132.36, 34.32] as const;
const people = [
  { number: '1', name: '架空 花子', at: WEST },
  { number: '2', name: '見本 太郎', at: WEST, district: '山手' },
];
const districts = (east: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { name: '西' }, geometry: square(...WEST, 2000) },
      { type: 'Feature', properties: { name: east }, geometry: square(...EAST, 2000) },
    ],
  });

describeOnBoth('people moved by hand', (bench) => {
  const persons = async () =>
    bench().context.database.query<{ id: string; version: number; district_name: string }>(
      'SELECT id, version, district_name FROM resident ORDER BY roster_number',
    );
  const districtNames = async () => (await persons()).map((one) => one.district_name);
  const move = async (index: number, position: readonly [number, number]) => {
    const person = (await persons())[index];
    return movePosition(bench().context, {
      municipalityCode: CODE,
      residentId: person?.id ?? '',
      version: person?.version ?? 0,
      position,
      radiusMeters: 5,
      reason: '現地で確認',
    });
  };

  test('the district follows the position, unless the roster names one', async () => {
    const { importOk, file, context } = bench();
    const zones = zonesFile([{ number: '1', zoneClass: 1, geometry: square(...EAST, 100) }]);
    await importOk({ source: 'ksj-a33', files: [file('z.geojson', zones)] });
    await importOk({ source: 'districts', files: [file('d.geojson', districts('東'))] });
    await importOk({ source: 'roster', files: [file('r.csv', rosterFile(people))] });
    expect(await districtNames()).toEqual(['西', '山手']);
    expect(await move(0, EAST)).toMatchObject({ ok: true });
    expect(await move(1, EAST)).toMatchObject({ ok: true });
    expect(await districtNames()).toEqual(['東', '山手']);
    expect(await move(0, [132.5, 34.32])).toMatchObject({ ok: true });
    expect(await districtNames()).toEqual([null, '山手']);
    expect(await move(0, EAST)).toMatchObject({ ok: true });
    expect(await catchUp(context)).toEqual([]);
  });

  test('other districts rename where people are and leave the check current', async () => {
    const { importOk, file, context } = bench();
    const files = [file('d2.geojson', districts('東部'))];
    const { datasetId } = await importOk({ source: 'districts', files });
    expect(await districtNames()).toEqual(['東部', '山手']);
    expect(await catchUp(context)).toEqual([]);
    expect((await rollBackDataset(context, CODE, datasetId ?? '')).ok).toBe(true);
    expect(await districtNames()).toEqual(['東', '山手']);
    expect(await catchUp(context)).toEqual([]);
  });

  test('who is moved while the margin changes is checked with everybody, by the new margin', async () => {
    const { context, count } = bench();
    const margins = () =>
      count(
        `SELECT count(DISTINCT margin_meters) FROM assessment JOIN assessment_run ON id = run_id`,
      );
    expect(await changeSettings(context, CODE, { version: 1, marginMeters: 30 })).toMatchObject({
      ok: true,
    });
    expect(await move(0, WEST)).toMatchObject({ ok: true });
    expect(await margins()).toBe(1);
    expect(
      await count('SELECT count(*) FROM assessment_run WHERE margin_meters = 30 AND assessed = 2'),
    ).toBe(1);
    expect(await catchUp(context)).toEqual([]);
  });

  test('a check that was begun before other zones came does not stand beside the new ones', async () => {
    const { importOk, file, context, count } = bench();
    const [person] = await persons();
    const residents = await count(
      `SELECT version AS count FROM data_version WHERE topic = 'residents'`,
    );
    let hasCome = false;
    const query: typeof context.database.query = async (sql, parameters) => {
      const rows = await context.database.query(sql, parameters);
      if (!hasCome && sql.includes('ST_Expand')) {
        hasCome = true;
        const zones = zonesFile([{ number: '2', zoneClass: 1, geometry: square(...WEST, 100) }]);
        await importOk({ source: 'ksj-a33', files: [file('z2.geojson', zones)] });
      }
      return rows as never;
    };
    // As the move itself would have left the versions.
    await context.database.query(
      `UPDATE data_version SET version = version + 1 WHERE topic = 'residents'`,
    );
    const slow = { ...context, database: { ...context.database, query } };
    expect((await assessResident(slow, CODE, person?.id ?? '', residents + 1)).ok).toBe(true);
    expect(hasCome).toBe(true);
    const inside = `SELECT count(*) FROM assessment
      WHERE subject_id = '${person?.id}' AND relation = 'inside'`;
    expect(await count(inside)).toBe(1);
  });

  test('a ranking that was overtaken is made again', async () => {
    const { context, count } = bench();
    let isOvertaken = false;
    const query: typeof context.database.query = async (sql, parameters) => {
      if (!isOvertaken && sql.includes('FROM priority_criteria')) {
        isOvertaken = true;
        const changed = await changeSettings(context, CODE, {
          version: 2,
          criteriaId: 'national-guideline-2021',
        });
        expect(changed.ok).toBe(true);
      }
      return context.database.query(sql, parameters);
    };
    const slow = { ...context, database: { ...context.database, query } };
    expect(await rankMunicipality(slow, CODE)).toMatchObject({
      ok: true,
      value: { criteria: { id: 'national-guideline-2021' } },
    });
    expect(
      await count(
        `SELECT count(*) FROM priority_result WHERE criteria_id <> 'national-guideline-2021'`,
      ),
    ).toBe(0);
    expect(await catchUp(context)).toEqual([]);
  });
});
