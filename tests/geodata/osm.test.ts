// Over 300 lines because each way in which a file of OpenStreetMap can be is sketched here, and read as XML and as PBF.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Road } from '#domain/road/road';
import { UnknownLayoutError } from '#geodata/item';
import type { RoadRecord } from '#geodata/mappers/road-record';
import { isOsm, openOsm } from '#geodata/sources/osm';
import type { SourceOptions } from '#geodata/sources/source-options';
import { makeOsmPbf, makeOsmXml, type OsmSketch } from '../support/make-osm.ts';
import { type ReadSource, readItems, reasonCodes } from '../support/read-items.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
const STREET = { highway: 'residential' };

function write(name: string, content: string | Buffer): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const FORMATS = [
  ['XML', (sketch: OsmSketch) => write('roads.osm', makeOsmXml(sketch))],
  ['PBF', (sketch: OsmSketch) => write('roads.osm.pbf', makeOsmPbf(sketch))],
] as const;

/** Nodes 1 … n on a line to the east, about 94 m apart. */
const inLine = (count: number): NonNullable<OsmSketch['nodes']> =>
  Array.from({ length: count }, (_, at) => [at + 1, 135 + at / 1000, 34, {}] as const);

const roadsOf = ({ values }: ReadSource<RoadRecord>): Road[] =>
  values.flatMap((value) => (value.kind === 'way' ? value.roads : []));
const summary = (read: ReadSource<RoadRecord>) =>
  roadsOf(read).map(({ id, ends }) => `${id}: ${ends.join(' ')}`);

describe.each(FORMATS)('OpenStreetMap as %s', (_, file) => {
  const read = (sketch: OsmSketch, options?: SourceOptions) =>
    readItems(openOsm([file(sketch)], options));

  it('cuts ways where several share a node, and nowhere else', async () => {
    const found = await read({
      nodes: [...inLine(5), [6, 135.002, 34.001]],
      ways: [
        [10, [1, 2, 3, 4, 5], { ...STREET, name: 'Long', 'name:ja': '長い道' }],
        [11, [3, 6], STREET],
        [12, [1, 6], { waterway: 'river' }],
      ],
    });
    expect(summary(found)).toEqual([
      'way/10/0: node/1 node/3',
      'way/10/1: node/3 node/5',
      'way/11/0: node/3 node/6',
    ]);
    expect(found.counts).toEqual({ accepted: 2 });
    const [first] = roadsOf(found);
    expect(first?.line).toEqual([
      [135, 34],
      [135.001, 34],
      [135.002, 34],
    ]);
    expect(first).toMatchObject({ kind: 'street', name: '長い道', elevationsMeters: null });
  });

  it('leaves nothing out and lets no road begin, end or pass within another', async () => {
    const ways = fc.array(
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 8 }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(ways, async (drawn) => {
        const nodes = inLine(12);
        const found = await read({
          nodes,
          ways: drawn.map((refs, at) => [at + 1, refs, STREET] as const),
        });
        const roads = roadsOf(found);
        const within = new Map<string, number>();
        for (const { line } of roads)
          for (const position of line.slice(1, -1)) {
            const key = String(position);
            within.set(key, (within.get(key) ?? 0) + 1);
          }
        for (const times of within.values()) expect(times).toBe(1);
        for (const { line } of roads) {
          expect(within.has(String(line[0]))).toBe(false);
          expect(within.has(String(line.at(-1)))).toBe(false);
        }
        const steps = drawn.flatMap((refs) =>
          refs.slice(1).flatMap((ref, at) => (ref === refs[at] ? [] : [`${refs[at]} ${ref}`])),
        );
        const names = new Map(nodes.map(([id, lng, lat]) => [String([lng, lat]), id]));
        const walked = roads.flatMap(({ line }) =>
          line.slice(1).map((to, at) => `${names.get(String(line[at]))} ${names.get(String(to))}`),
        );
        expect(walked.sort()).toEqual(steps.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a ring, and cuts it where a road leaves it', async () => {
    const nodes = [...inLine(3), [4, 135.001, 34.001]] as const;
    const ring = [20, [1, 2, 4, 1], { highway: 'tertiary', junction: 'roundabout' }] as const;
    const alone = await read({ nodes, ways: [ring] });
    expect(summary(alone)).toEqual(['way/20/0: node/1 node/1']);
    expect(roadsOf(alone)[0]?.oneway).toBe('forward');
    const left = await read({ nodes, ways: [ring, [21, [2, 3], STREET]] });
    expect(summary(left)).toEqual([
      'way/20/0: node/1 node/2',
      'way/20/1: node/2 node/1',
      'way/21/0: node/2 node/3',
    ]);
  });

  it('cuts at barriers, and says who gets past them', async () => {
    const found = await read({
      nodes: [
        ...inLine(2),
        [3, 135.002, 34, { barrier: 'bollard' }],
        [4, 135.003, 34, { barrier: 'gate', access: 'private', emergency: 'yes' }],
        [5, 135.004, 34],
        [6, 135.009, 34, { barrier: 'gate' }],
      ],
      ways: [[10, [1, 2, 3, 4, 5], STREET]],
    });
    expect(summary(found)).toHaveLength(3);
    expect(found.values.filter(({ kind }) => kind === 'barrier')).toEqual([
      {
        kind: 'barrier',
        id: 'node/3',
        barrier: {
          junction: 'node/3',
          kind: 'bollard',
          access: { foot: 'yes', wheelchair: 'unknown', car: 'no', emergency: 'unknown' },
        },
      },
      {
        kind: 'barrier',
        id: 'node/4',
        barrier: {
          junction: 'node/4',
          kind: 'gate',
          access: {
            foot: 'destination',
            wheelchair: 'destination',
            car: 'destination',
            emergency: 'yes',
          },
        },
      },
    ]);
  });

  it('names the roads of a rule of turning at its node, and tells those it leaves out', async () => {
    const rule = (id: number, to: number, tags: Record<string, string>, via = 3) =>
      [
        id,
        [
          ['way', 10, 'from'],
          ['node', via, 'via'],
          ['way', to, 'to'],
        ],
        { type: 'restriction', ...tags },
      ] as const;
    const found = await read({
      nodes: [...inLine(4), [6, 135.002, 34.001]],
      ways: [
        [10, [1, 2, 3], STREET],
        [11, [3, 6], STREET],
        [12, [3, 4], STREET],
        [13, [6, 3, 2], STREET],
      ],
      relations: [
        rule(1, 11, { restriction: 'no_left_turn', except: 'bicycle;emergency' }),
        rule(2, 12, { restriction: 'only_straight_on' }),
        [
          3,
          [
            ['way', 10, 'from'],
            ['way', 12, 'via'],
            ['way', 11, 'to'],
          ],
          { type: 'restriction', restriction: 'no_u_turn' },
        ],
        rule(4, 11, { 'restriction:conditional': 'no_left_turn @ (07:00-09:00)' }),
        rule(5, 99, { restriction: 'no_left_turn' }),
        rule(6, 13, { restriction: 'no_right_turn' }),
        [7, [['way', 10, 'outer']], { type: 'multipolygon' }],
      ],
    });
    const rules = found.values.flatMap((value) =>
      value.kind === 'restriction' ? value.restrictions : [],
    );
    expect(rules).toEqual([
      {
        kind: 'no',
        fromRoad: 'way/10/1',
        junction: 'node/3',
        toRoad: 'way/11/0',
        except: ['emergency'],
      },
      { kind: 'only', fromRoad: 'way/10/1', junction: 'node/3', toRoad: 'way/12/0', except: [] },
    ]);
    expect(found.items.flatMap(reasonCodes).sort()).toEqual([
      'road.restriction-broken',
      'road.restriction-elsewhere',
      'road.restriction-other',
      'road.restriction-via-way',
    ]);
    expect(found.counts).toEqual({ accepted: 6, skipped: 3, rejected: 1 });
  });

  it('leaves out what is no road, and says why', async () => {
    const found = await read({
      nodes: inLine(3),
      ways: [
        [1, [1, 2, 3, 1], { highway: 'pedestrian', area: 'yes' }],
        [2, [1, 2], { highway: 'construction', construction: 'primary' }],
        [3, [1, 2], { highway: 'proposed' }],
        [4, [1, 2], { highway: 'platform' }],
        [5, [1, 2], { highway: 'constructor' }],
        [6, [1, 2], { highway: 'path' }],
      ],
    });
    expect(found.counts).toEqual({ skipped: 5, accepted: 1 });
    expect(found.items.flatMap(reasonCodes)).toEqual([
      'road.area',
      'road.not-open',
      'road.not-open',
      'road.not-a-road',
      'road.not-a-road',
    ]);
  });

  it('cuts a way at nodes that are missing, and rejects one that has too few', async () => {
    const found = await read({
      nodes: inLine(4),
      ways: [
        [1, [91, 1, 2, 92, 3, 4], STREET],
        [2, [1, 93, 3], STREET],
        [3, [94, 95], STREET],
        [4, [], STREET],
      ],
    });
    expect(summary(found)).toEqual(['way/1/0: node/1 node/2', 'way/1/1: node/3 node/4']);
    expect(found.items.map((item) => [item.outcome, ...reasonCodes(item)])).toEqual([
      ['repaired', 'road.nodes-missing'],
      ['rejected', 'road.no-nodes'],
      ['rejected', 'road.no-nodes'],
      ['rejected', 'road.no-nodes'],
    ]);
    const rejected = found.items[1];
    expect(rejected?.outcome === 'rejected' && rejected.raw).toContain('"node/93"');
  });

  it('makes nodes that lie on each other one, so that no segment has no length', async () => {
    const found = await read({
      nodes: [...inLine(2), [3, 135.001, 34], [4, 135.003, 34]],
      ways: [
        [1, [1, 2, 3, 4], STREET],
        [2, [3, 4, 4], STREET],
        [3, [2, 3], STREET],
      ],
    });
    expect(summary(found)).toEqual([
      'way/1/0: node/1 node/2',
      'way/1/1: node/2 node/4',
      'way/2/0: node/2 node/4',
    ]);
    expect(found.items.map((item) => [item.outcome, ...reasonCodes(item)])).toEqual([
      ['repaired', 'road.duplicate-vertices'],
      ['repaired', 'road.duplicate-vertices'],
      ['rejected', 'road.no-length'],
    ]);
  });

  it('takes the first of several ways or nodes of one number', async () => {
    const found = await read({
      nodes: [...inLine(3), [2, 135.5, 34]],
      ways: [
        [1, [1, 2], STREET],
        [1, [1, 2], STREET],
        [1, [2, 3], STREET],
      ],
    });
    expect(summary(found)).toEqual(['way/1/0: node/1 node/2']);
    expect(roadsOf(found)[0]?.line[1]).toEqual([135.001, 34]);
    expect(found.counts).toEqual({ accepted: 1, skipped: 1, rejected: 1 });
    expect(found.items.flatMap(reasonCodes).sort()).toEqual(['road.duplicate', 'road.repeated']);
    expect(found.metadata.notes).toHaveLength(1);
  });

  it('treats a position that is none as a missing node', async () => {
    const found = await read({
      nodes: [...inLine(2), [3, 135, 91]],
      ways: [[1, [1, 2, 3], STREET]],
    });
    expect(found.counts).toEqual({ repaired: 1 });
  });

  it('leaves out what is far from the area that it is clipped by', async () => {
    const ring = [
      [135, 34],
      [135.01, 34],
      [135.01, 34.01],
      [135, 34],
    ] as const;
    const clip = { type: 'MultiPolygon', coordinates: [[ring]] } as const;
    const found = await read(
      {
        nodes: [...inLine(2), [3, 136, 34], [4, 136.001, 34]],
        ways: [
          [1, [1, 2], STREET],
          [2, [3, 4], STREET],
        ],
      },
      { clip },
    );
    expect(summary(found)).toEqual(['way/1/0: node/1 node/2']);
    expect(found.items.flatMap(reasonCodes)).toEqual(['road.outside-clip']);
  });

  it('is known by its content, credited, and tells how far it has read', async () => {
    const path = file({ nodes: inLine(2), ways: [[1, [1, 2], STREET]] });
    expect(await isOsm([path])).toBe(true);
    let bytes = 0;
    const { metadata } = await readItems(openOsm([path], { onBytes: (more) => (bytes += more) }));
    expect(metadata).toMatchObject({ credit: '© OpenStreetMap contributors', crs: 'EPSG:4326' });
    expect(metadata.licence).toContain('ODbL');
    expect(bytes).toBeGreaterThan(0);
  });

  it('is refused where it holds no road at all', async () => {
    const path = file({ nodes: inLine(2), ways: [[1, [1, 2], { waterway: 'river' }]] });
    await expect(readItems(openOsm([path]))).rejects.toThrow(UnknownLayoutError);
  });
});

describe('OpenStreetMap files that cannot be read', () => {
  const sketch: OsmSketch = { nodes: inLine(3), ways: [[1, [1, 2, 3], STREET]] };
  const found = async (name: string, content: string | Buffer) => {
    const items = [];
    try {
      for await (const item of openOsm([write(name, content)]).items) items.push(item);
    } catch (error) {
      if (!(error instanceof UnknownLayoutError)) throw error;
      // Nothing half done: not one record came before.
      expect(items).toEqual([]);
      return error.found;
    }
    throw new Error('nothing was refused');
  };

  it('a PBF that is cut anywhere is called so, and yields nothing', async () => {
    const whole = makeOsmPbf(sketch);
    for (const length of [3, 20, Math.floor(whole.length / 2), whole.length - 1]) {
      const { ja, en } = await found('cut.osm.pbf', whole.subarray(0, length));
      // So short a beginning is not even known for a PBF: the file is named instead.
      expect(en).toContain(length < 20 ? 'cut.osm.pbf' : 'ends early');
      expect(ja).toContain(length < 20 ? 'cut.osm.pbf' : '途中で切れている');
    }
  });

  it('a PBF of unknown features, of history, or of another compression names it', async () => {
    const of = (choices: Parameters<typeof makeOsmPbf>[1]) =>
      found('odd.osm.pbf', makeOsmPbf(sketch, choices));
    expect((await of({ required: ['OsmSchema-V0.6', 'Secret'] })).ja).toContain('Secret');
    expect((await of({ required: ['HistoricalInformation'] })).en).toContain('history');
    expect((await of({ blobField: 7 })).en).toContain('Zstandard');
  });

  it('broken bytes and blocks are called broken', async () => {
    const whole = makeOsmPbf(sketch);
    const broken = Buffer.from(whole);
    broken.fill(0x55, whole.length - 40, whole.length - 10);
    expect((await found('broken.osm.pbf', broken)).en).toContain('broken');
  });

  it('XML that ends early, of changes, or of another kind is told apart', async () => {
    const whole = makeOsmXml(sketch);
    expect((await found('cut.osm', whole.slice(0, -20))).en).toContain('ends early');
    expect((await found('a.osc', '<osmChange version="0.6"></osmChange>')).en).toContain('changes');
    expect((await found('empty.osm', '')).en).toBe('an empty file');
    expect((await found('other.osm', 'a,b\n1,2\n')).en).toBe('other.osm');
  });
});

describe('a PBF', () => {
  const sketch: OsmSketch = {
    nodes: [
      [-3, -1.5, -0.25],
      [2 ** 40, 1.5, 0.25, { barrier: 'gate' }],
    ],
    ways: [[1, [-3, 2 ** 40], STREET]],
  };

  it.each([
    { isDense: false },
    { blobField: 1 },
    { granularity: 1000 },
    { replicatedAt: 1_700_000_000 },
  ])('may be written as %j', async (choices) => {
    const path = write('way.osm.pbf', makeOsmPbf(sketch, choices));
    const read = await readItems(openOsm([path]));
    expect(summary(read)).toEqual([`way/1/0: node/-3 node/${2 ** 40}`]);
    expect(roadsOf(read)[0]?.line).toEqual([
      [-1.5, -0.25],
      [1.5, 0.25],
    ]);
    expect(read.counts).toEqual({ accepted: 2 });
    expect(read.metadata.asOf).toBe(choices.replicatedAt === undefined ? null : '2023-11-14');
  });

  it('of one place may be put together with that of the next', async () => {
    const one = write('one.osm.pbf', makeOsmPbf({ nodes: inLine(3), ways: [[1, [1, 2], STREET]] }));
    const two = write('two.osm', makeOsmXml({ nodes: inLine(3), ways: [[2, [2, 3], STREET]] }));
    const read = await readItems(openOsm([one, two]));
    expect(summary(read)).toEqual(['way/1/0: node/1 node/2', 'way/2/0: node/2 node/3']);
    expect(read.metadata.encoding).toBe('PBF, XML');
  });
});
