import { expect, test } from 'vitest';
import { presentSharedData } from '../support/shared-data.ts';
import { describeOnBoth } from './support.ts';

const sites = [
  presentSharedData('shelters/gsi_mergeFromCity_2_342131.utf8bom.csv'),
  presentSharedData('shelters/gsi_mergeFromCity_2_342131.cp932.csv'),
];
const shelters = presentSharedData('shelters/gsi_mergeFromCity_1_342131.utf8bom.csv');
const boundary = presentSharedData('boundaries/N03_geolonia_34213.geojson');
const towns = presentSharedData('boundaries/geolonia_addresses_hatsukaichi.json');
const ishikawa = presentSharedData('shelters/ishikawa_170003_evacuation_space.csv');
const isAbsent = [...sites, shelters, boundary, towns, ishikawa].includes(null);
if (isAbsent) process.stderr.write('../shared/data is absent: tests on real places are skipped\n');

describeOnBoth('import of real places', (bench) => {
  test.skipIf(isAbsent)('a shelter in a hole of the boundary is flagged and kept', async () => {
    const { importOk, context, count } = bench();
    const area = await importOk({
      source: 'districts',
      files: [boundary ?? ''],
      isBoundary: true,
    });
    expect(area.counts.rejected).toBe(0);
    const report = await importOk({ source: 'gsi-shelters', files: [shelters ?? ''] });
    expect(report.counts).toMatchObject({ read: 82, rejected: 0 });
    expect(report.notes.map(({ en }) => en).join()).toContain('outside the boundary');
    expect(await count('SELECT count(*) FROM shelter')).toBe(82);
    const [dataset] = await context.database.query('SELECT scope FROM dataset WHERE id = $1', [
      report.datasetId,
    ]);
    expect(dataset).toEqual({ scope: 'gsi-shelters/shelter' });
    expect(await count(`SELECT count(*) FROM dataset WHERE kind = 'boundary'`)).toBe(1);
  });

  test.skipIf(isAbsent)('a list in another encoding is the same list', async () => {
    const { importOk, count } = bench();
    const [utf8, cp932] = sites;
    const first = await importOk({ source: 'gsi-shelters', files: [utf8 ?? ''] });
    expect(first.difference).toEqual({ added: 123, changed: 0, removed: 0, unchanged: 0 });
    const second = await importOk({ source: 'gsi-shelters', files: [cp932 ?? ''] });
    expect(second).toMatchObject({ unchanged: false });
    expect(second.difference).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 123 });
    // The other list stays in force beside it.
    expect(
      await count(`SELECT count(*) FROM shelter JOIN dataset ON dataset.id = dataset_id
                   WHERE status = 'active'`),
    ).toBe(82 + 123);
    expect(await count('SELECT count(*) FROM assessment')).toBe(82 + 123);
    expect(
      await count(`SELECT count(*) FROM shelter JOIN dataset ON dataset.id = dataset_id
                   WHERE status = 'active' AND 'landslide' = ANY (designated_hazards)`),
    ).toBe(84);
  });

  test.skipIf(isAbsent)('two kinds of list in one import are refused', async () => {
    const outcome = await bench().import({
      source: 'gsi-shelters',
      files: [sites[0] ?? '', shelters ?? ''],
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'import.mixed-shelter-kinds' } });
  });

  test.skipIf(isAbsent)('the standard list of Ishikawa: counts add up', async () => {
    const report = await bench().importOk({ source: 'standard-shelters', files: [ishikawa ?? ''] });
    const { read, accepted, repaired, rejected } = report.counts;
    expect(accepted + repaired + rejected).toBe(read);
    expect(read + report.counts.skipped).toBe(1528);
  });

  test.skipIf(isAbsent)('people are placed by the town list of Hatsukaichi', async () => {
    const { importOk, file, context } = bench();
    await importOk({ source: 'gazetteer', files: [towns ?? ''] });
    const people = [
      '名簿番号,氏名,住所',
      '1,架空 花子,広島県廿日市市阿品二丁目1番2号',
      '2,見本 太郎,廿日市市宮島口1−2−3',
      '3,例 三郎,東京都千代田区永田町1-7-1',
      '',
    ].join('\n');
    const report = await importOk({ source: 'roster', files: [file('p.csv', people)] });
    expect(report.counts.accepted + report.counts.repaired).toBe(3);
    const placed = await context.database.query(
      `SELECT roster_number AS number, accuracy, position_source AS source,
         relation FROM resident JOIN assessment ON subject_id = resident.id::text
       ORDER BY roster_number`,
    );
    expect(placed[0]).toMatchObject({ accuracy: 'town', source: expect.stringContaining('阿品') });
    expect(placed[2]).toMatchObject({ accuracy: 'none', relation: 'undetermined' });
  });
});
