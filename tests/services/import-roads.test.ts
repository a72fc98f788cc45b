import { expect, test } from 'vitest';
import type { Road, RoadNetwork } from '#domain/road/road';
import { loadRoadNetwork } from '../../server/services/load-road-network.ts';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { makeOsmPbf, makeOsmXml, type OsmSketch } from '../support/make-osm.ts';
import { CODE, describeOnBoth } from './support.ts';

const STREET = { highway: 'residential', width: '3.5', name: '本通り' };
const SKETCH = {
  nodes: [
    [1, 132.3, 34.3],
    [2, 132.301, 34.3],
    [3, 132.302, 34.3],
    [4, 132.301, 34.301, { barrier: 'bollard' }],
    [5, 132.301, 34.302],
  ],
  ways: [
    [10, [1, 2, 3], STREET],
    [11, [2, 4, 5], { highway: 'service' }],
    [12, [3, 9], { highway: 'path' }],
  ],
  relations: [
    [
      1,
      [
        ['way', 11, 'from'],
        ['node', 2, 'via'],
        ['way', 11, 'to'],
      ],
      { type: 'restriction', restriction: 'no_u_turn', except: 'emergency' },
    ],
  ],
} as const satisfies OsmSketch;

const idsOf = (roads: readonly Road[]) => roads.map(({ id }) => id);

describeOnBoth('import of roads', (bench) => {
  const loaded = async (): Promise<RoadNetwork> => {
    const found = await loadRoadNetwork(bench().context.database, CODE);
    if (found === null) throw new Error('no roads are in force');
    return found.network;
  };

  test('roads, barriers and rules of turning go in and come out as they were', async () => {
    const { importOk, file } = bench();
    const files = [file('a.osm.pbf', makeOsmPbf(SKETCH, { replicatedAt: 1_700_000_000 }))];
    const report = await importOk({ source: 'osm', files });
    expect(report.counts).toEqual({ read: 5, accepted: 4, repaired: 0, rejected: 1, skipped: 0 });
    expect(report.difference).toEqual({ added: 6, changed: 0, removed: 0, unchanged: 0 });
    expect(report).toMatchObject({ asOf: '2023-11-14', crs: 'EPSG:4326', assessment: null });
    expect(report.credit).toContain('OpenStreetMap');
    expect(report.notes.at(-1)?.en).toContain('4 roads, 0.4 km');
    const { roads, barriers, restrictions } = await loaded();
    expect(idsOf(roads)).toEqual(['way/10/0', 'way/10/1', 'way/11/0', 'way/11/1']);
    expect(roads[0]).toEqual({
      id: 'way/10/0',
      ends: ['node/1', 'node/2'],
      line: [
        [132.3, 34.3],
        [132.301, 34.3],
      ],
      elevationsMeters: null,
      kind: 'street',
      name: '本通り',
      width: { leastMeters: 3.5, mostMeters: 3.5, from: 'osm-width' },
      lanes: null,
      surface: 'unknown',
      isBridge: false,
      isTunnel: false,
      stepCount: 0,
      oneway: 'both',
      access: { foot: 'unknown', wheelchair: 'unknown', car: 'unknown', emergency: 'unknown' },
      maxHeightMeters: null,
      maxWeightTonnes: null,
    });
    expect(barriers).toMatchObject([{ junction: 'node/4', kind: 'bollard' }]);
    expect(restrictions).toEqual([
      {
        kind: 'no',
        fromRoad: 'way/11/0',
        junction: 'node/2',
        toRoad: 'way/11/0',
        except: ['emergency'],
      },
    ]);
  });

  test('the same file changes nothing; another is compared by what each road is', async () => {
    const { importOk, file, count } = bench();
    const version = () => count(`SELECT version AS count FROM data_version WHERE topic = 'roads'`);
    const again = [file('b.osm.pbf', makeOsmPbf(SKETCH, { replicatedAt: 1_700_000_000 }))];
    const before = await version();
    expect(await importOk({ source: 'osm', files: again })).toMatchObject({ unchanged: true });
    expect(await version()).toBe(before);
    const [first, ...others] = SKETCH.ways;
    const changed = {
      ...SKETCH,
      ways: [[first[0], first[1], { ...STREET, width: '4' }], ...others.slice(0, 1)],
    } as const;
    const files = [file('c.osm', makeOsmXml({ ...changed, relations: [] }))];
    const dry = await importOk({ source: 'osm', files, dryRun: true });
    expect(dry.difference).toEqual({ added: 0, changed: 2, removed: 1, unchanged: 3 });
    expect(await version()).toBe(before);
    expect((await loaded()).roads[0]?.width?.leastMeters).toBe(3.5);
    await importOk({ source: 'osm', files });
    expect(await version()).toBe(before + 1);
    expect((await loaded()).roads[0]?.width?.leastMeters).toBe(4);
    expect((await loaded()).restrictions).toEqual([]);
  });

  test('what was in force before can be put back', async () => {
    const { context, count } = bench();
    const [current] = await context.database.query<{ id: string }>(
      `SELECT id FROM dataset WHERE kind = 'roads' AND status = 'active'`,
    );
    const back = await rollBackDataset(context, CODE, current?.id ?? '', {});
    expect(back.ok).toBe(true);
    expect((await loaded()).roads[0]?.width?.leastMeters).toBe(3.5);
    expect((await loaded()).restrictions).toHaveLength(1);
    expect(await count(`SELECT count(*) FROM dataset WHERE status = 'staging'`)).toBe(0);
  });

  test('centre lines beside them give them the widths that they lack', async () => {
    const { importOk, file, context } = bench();
    const feature = (coordinates: unknown, rnkWidth: string) => ({
      type: 'Feature',
      properties: { rdCtg: '市区町村道等', rnkWidth, state: '通常部' },
      geometry: { type: 'LineString', coordinates },
    });
    const lines = [
      feature(
        [
          [132.30002, 34.30003],
          [132.30198, 34.30003],
        ],
        '5.5m-13m未満',
      ),
      feature(
        [
          [132.30103, 34.3],
          [132.30103, 34.302],
        ],
        '3m未満',
      ),
    ];
    const text = JSON.stringify({ type: 'FeatureCollection', features: lines });
    await importOk({ source: 'gsi-roads', files: [file('lines.geojson', text)] });
    const found = await loadRoadNetwork(context.database, CODE);
    expect([found?.base.source, found?.joined.map(({ source }) => source)]).toEqual([
      'osm',
      ['gsi-roads'],
    ]);
    const widths = new Map(found?.network.roads.map(({ id, width }) => [id, width]));
    expect(widths.get('way/11/0')).toEqual({ leastMeters: 0, mostMeters: 3, from: 'gsi-class' });
    // 3.5 m by one source, 5.5 to 13 by the other.
    expect(widths.get('way/10/0')).toEqual({
      leastMeters: 3.5,
      mostMeters: 13,
      from: 'osm-width',
      alsoFrom: 'gsi-class',
    });
  });

  test('a file that is cut leaves what is in force as it is, and nothing behind', async () => {
    const { import: run, file, count } = bench();
    const whole = makeOsmPbf({ ...SKETCH, ways: [[10, [1, 2], STREET]] });
    const roads = await count('SELECT count(*) FROM road');
    const files = [file('cut.osm.pbf', whole.subarray(0, whole.length - 5))];
    const result = await run({ source: 'osm', files });
    expect(result).toMatchObject({ ok: false, problem: { code: 'import.unknown-layout' } });
    expect(!result.ok && result.problem.ja).toContain('途中で切れている');
    expect(await count('SELECT count(*) FROM road')).toBe(roads);
    expect(await count(`SELECT count(*) FROM dataset WHERE status = 'staging'`)).toBe(0);
  });
});
