import { expect, test } from 'vitest';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { presentSharedData } from '../support/shared-data.ts';
import { CODE, describeOnBoth, square, zonesFile } from './support.ts';

const numazu = presentSharedData('zones/numazu_lsld_as_A33.geojson');
const okayama = presentSharedData('zones/A33-22_33Polygon_okayama_sample4.geojson');
const AT = [132.33, 34.35] as const;
const yellow = { number: '1', zoneClass: 1, geometry: square(...AT, 200) } as const;
const red = { number: '1', zoneClass: 2, geometry: square(...AT, 100) } as const;
const bowTie = {
  number: '2',
  zoneClass: 1,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [132.3, 34.3],
        [132.301, 34.301],
        [132.301, 34.3],
        [132.3, 34.301],
        [132.3, 34.3],
      ],
    ],
  },
} as const;

describeOnBoth('import of zones', (bench) => {
  test('counts add up, invalid geometry is mended and its source kept', async () => {
    const { importOk, file, context, count } = bench();
    const files = [file('a.geojson', zonesFile([yellow, red, bowTie]))];
    const report = await importOk({ source: 'ksj-a33', files });
    expect(report.counts).toEqual({ read: 3, accepted: 2, repaired: 1, rejected: 0, skipped: 0 });
    expect(report.difference).toEqual({ added: 3, changed: 0, removed: 0, unchanged: 0 });
    expect(report.repairs.map(({ count }) => count)).toEqual([1]);
    const [mended] = await context.database.query(
      `SELECT ST_IsValid(geometry) AS valid, ST_IsValid(source_geometry) AS source_valid, repair,
         ST_NumGeometries(geometry) AS parts
       FROM hazard_zone WHERE repair IS NOT NULL`,
    );
    expect(mended).toMatchObject({ valid: true, source_valid: false, parts: 2 });
    expect(mended?.repair).toContain('Self-intersection');
    expect(await count(`SELECT count(*) FROM dataset WHERE status = 'active'`)).toBe(1);
  });

  test('the same file again changes nothing; with another option it is another import', async () => {
    const { importOk, file, context, count } = bench();
    const files = [file('a-copy.geojson', zonesFile([yellow, red, bowTie]))];
    const before = await context.database.query('SELECT * FROM data_version ORDER BY topic');
    const report = await importOk({ source: 'ksj-a33', files });
    expect(report).toMatchObject({ unchanged: true, assessment: null });
    expect(report.counts.read).toBe(3);
    expect(await context.database.query('SELECT * FROM data_version ORDER BY topic')).toEqual(
      before,
    );
    expect(await count('SELECT count(*) FROM dataset')).toBe(1);
    const dated = await importOk({ source: 'ksj-a33', files, options: { asOf: '2024-03-31' } });
    expect(dated).toMatchObject({ unchanged: false, asOf: '2024-03-31' });
    expect(dated.difference).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 3 });
  });

  test('a dry run reports the difference and leaves nothing behind', async () => {
    const { importOk, file, count } = bench();
    const datasets = await count('SELECT count(*) FROM dataset');
    const files = [file('b.geojson', zonesFile([yellow]))];
    const report = await importOk({ source: 'ksj-a33', files, dryRun: true });
    expect(report).toMatchObject({ dryRun: true, datasetId: null });
    expect(report.difference).toEqual({ added: 0, changed: 0, removed: 2, unchanged: 1 });
    expect(await count('SELECT count(*) FROM dataset')).toBe(datasets);
    expect(await count(`SELECT count(*) FROM dataset WHERE status = 'staging'`)).toBe(0);
  });

  test('a smaller dataset goes into force and can be rolled back', async () => {
    const { importOk, file, context, count } = bench();
    const inForce = () =>
      count(`SELECT count(*) FROM hazard_zone JOIN dataset ON dataset.id = dataset_id
             WHERE status = 'active'`);
    const files = [file('c.geojson', zonesFile([red]))];
    const report = await importOk({ source: 'ksj-a33', files });
    expect(await inForce()).toBe(1);
    const back = await rollBackDataset(context, CODE, report.datasetId ?? '');
    expect(back.ok).toBe(true);
    expect(await inForce()).toBe(3);
    const again = await rollBackDataset(context, CODE, report.datasetId ?? '');
    expect(again).toMatchObject({ ok: false, problem: { code: 'dataset.not-in-force' } });
  });

  test('the last three former datasets are kept, and what was rolled back beside them', async () => {
    const { importOk, file, count } = bench();
    for (const meters of [210, 220, 230, 240, 250]) {
      const zones = zonesFile([{ ...yellow, geometry: square(...AT, meters) }]);
      await importOk({ source: 'ksj-a33', files: [file('d.geojson', zones)] });
    }
    const kept = (status: string) =>
      count(`SELECT count(*) FROM dataset WHERE status = '${status}'`);
    expect([await kept('active'), await kept('superseded')]).toEqual([1, 3]);
    expect(await kept('rolled-back')).toBe(1);
    expect(await count('SELECT count(*) FROM hazard_zone')).toBe(5);
  });

  test('unknown layouts, missing files, cancelled and declined imports leave nothing behind', async () => {
    const { import: run, file, count } = bench();
    const good = [file('e.geojson', zonesFile([yellow, red]))];
    const aborted = AbortSignal.abort();
    const outcomes = [
      await run({
        source: 'ksj-a33',
        files: [
          file(
            'x.geojson',
            '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null}]}',
          ),
        ],
      }),
      await run({ source: 'ksj-a33', files: ['/nowhere/zones.geojson'] }),
      await run({ source: 'ksj-a33', files: good, signal: aborted }),
      await run({ source: 'ksj-a33', files: good, confirm: async () => false }),
    ];
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.problem.code))).toEqual([
      'import.unknown-layout',
      'import.file-unreadable',
      'job.cancelled',
      'import.declined',
    ]);
    expect(await count(`SELECT count(*) FROM dataset WHERE status <> 'active'`)).toBe(4);
    expect(await count('SELECT count(*) FROM hazard_zone')).toBe(5);
  });

  test.skipIf(numazu === null || okayama === null)('real files: Numazu and Okayama', async () => {
    const { importOk, context } = bench();
    const report = await importOk({ source: 'ksj-a33', files: [numazu ?? ''], scope: 'numazu' });
    expect(report.counts).toEqual({ read: 81, accepted: 80, repaired: 1, rejected: 0, skipped: 0 });
    const other = await importOk({ source: 'ksj-a33', files: [okayama ?? ''], scope: 'okayama' });
    expect(other.counts.read).toBe(4);
    const [stored] = await context.database.query(
      `SELECT count(*) AS all, count(*) FILTER (WHERE zone_class = 'red') AS red,
         count(*) FILTER (WHERE ST_IsValid(geometry)) AS valid
       FROM hazard_zone JOIN dataset ON dataset.id = dataset_id
       WHERE status = 'active' AND scope IN ('numazu', 'okayama')`,
    );
    expect(stored).toEqual({ all: 85, red: 44, valid: 85 });
  });
});
