import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { gsiProperties, readGsiRoad } from '#geodata/mappers/gsi-road-attributes';
import { openGsiRoads } from '#geodata/sources/gsi-roads';
import { readItems, reasonCodes } from '../support/read-items.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { collection } from '../support/zone-feature.ts';

const directory = temporaryDirectory();
const STREET = { rID: '10-1', rdCtg: '市区町村道等', rnkWidth: '3m-5.5m未満', state: '通常部' };

const line = (coordinates: unknown, properties: Record<string, unknown> = STREET) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
});

function read(features: readonly object[], name = 'roads.geojson') {
  const path = join(directory, name);
  writeFileSync(path, collection(features));
  return readItems(openGsiRoads([path]));
}

const roadsOf = ({ values }: Awaited<ReturnType<typeof read>>) =>
  values.flatMap((value) => (value.kind === 'way' ? value.roads : []));
const attributesOf = (properties: Record<string, unknown>) => {
  const reading = readGsiRoad(gsiProperties({ ...STREET, ...properties }));
  if (reading.kind !== 'road') throw new Error('no road');
  return reading.attributes;
};

describe('road centre lines of GSI', () => {
  it('join where their coordinates meet, to a tenth of a metre', async () => {
    const found = await read([
      line([
        [135, 34],
        [135.001, 34],
      ]),
      line([
        [135.0010001, 34.0000001],
        [135.002, 34],
      ]),
      line([
        [135.00101, 34],
        [135.003, 34],
      ]),
    ]);
    const ends = roadsOf(found).map((road) => road.ends);
    expect(ends[0]).toEqual(['at/135.000000,34.000000', 'at/135.001000,34.000000']);
    expect(ends[1]?.[0]).toBe(ends[0]?.[1]);
    expect(ends[2]?.[0]).not.toBe(ends[0]?.[1]);
    expect(found.counts).toEqual({ accepted: 3 });
  });

  it('are cut where another ends on them or crosses by a vertex', async () => {
    const found = await read([
      line([
        [135, 34],
        [135.001, 34],
        [135.002, 34],
        [135.003, 34],
      ]),
      line([
        [135.001, 34.001],
        [135.001, 34],
      ]),
      line([
        [135.002, 34.001],
        [135.002, 34],
        [135.002, 33.999],
      ]),
    ]);
    expect(roadsOf(found)).toHaveLength(3 + 1 + 2);
    expect(new Set(roadsOf(found).map(({ id }) => id)).size).toBe(6);
  });

  it('do not meet a bridge or tunnel but at its ends', async () => {
    const bridge = { ...STREET, state: '橋・高架' };
    const found = await read([
      line(
        [
          [135, 34],
          [135.001, 34],
          [135.002, 34],
        ],
        bridge,
      ),
      line([
        [135.001, 33.999],
        [135.001, 34],
        [135.001, 34.001],
      ]),
      line([
        [135.002, 33.999],
        [135.002, 34],
        [135.002, 34.001],
      ]),
      line(
        [
          [135.001, 34],
          [135.001, 34.002],
        ],
        { ...STREET, state: '建設中' },
      ),
    ]);
    expect(roadsOf(found).map(({ line: one }) => one.length)).toEqual([3, 3, 2, 2]);
  });

  it('that come twice, as where tiles overlap, count once and are not cut', async () => {
    const bend = [
      [135, 34],
      [135.001, 34.001],
      [135.002, 34],
    ];
    const found = await read([line(bend), line(bend), line(bend, { ...STREET, rnkWidth: 0 })]);
    expect(roadsOf(found)).toHaveLength(1);
    expect(found.items.map((item) => [item.outcome, ...reasonCodes(item)])).toEqual([
      ['accepted'],
      ['skipped', 'road.repeated'],
      ['rejected', 'road.duplicate'],
    ]);
  });

  it('take the third number of a coordinate for the metres above sea', async () => {
    const found = await read([
      line([
        [135, 34, 10],
        [135, 34, 10],
        [135.001, 34, 12.5],
      ]),
      line([
        [135, 34.1, 10],
        [135.001, 34.1],
      ]),
    ]);
    expect(roadsOf(found).map((road) => road.elevationsMeters)).toEqual([[10, 12.5], null]);
    expect(found.items.map((item) => item.outcome)).toEqual(['repaired', 'accepted']);
  });

  it('that cannot be used are rejected or left out, each with a reason', async () => {
    const found = await read([
      line([
        [135, 34],
        [135, 34],
      ]),
      line([
        [135, 'x'],
        [135, 34],
      ]),
      line([
        [-20_000, -140_000],
        [-20_010, -140_000],
      ]),
      line(
        [
          [135, 34],
          [135.1, 34],
        ],
        { ...STREET, state: '建設中' },
      ),
      { type: 'Feature', properties: STREET, geometry: { type: 'Point', coordinates: [135, 34] } },
      { type: 'Feature', properties: STREET, geometry: null },
    ]);
    expect(found.items.map((item) => [item.outcome, ...reasonCodes(item)])).toEqual([
      ['rejected', 'road.no-length'],
      ['rejected', 'road.malformed'],
      ['rejected', 'road.outside-world'],
      ['skipped', 'road.not-open'],
      ['skipped', 'road.not-a-line'],
      ['rejected', 'road.malformed'],
    ]);
  });

  it('of another layout are refused', async () => {
    const geometry = {
      type: 'LineString',
      coordinates: [
        [135, 34],
        [135.1, 34],
      ],
    };
    await expect(read([{ type: 'Feature', properties: { name: '川' }, geometry }])).rejects.toThrow(
      UnknownLayoutError,
    );
  });
});

describe('the width of a centre line', () => {
  const width = (properties: Record<string, unknown>) => {
    const found = attributesOf(properties).width;
    return found && [found.leastMeters, found.mostMeters, found.from];
  };

  it.each([
    ['3m未満', [0, 3, 'gsi-class']],
    ['3m-5.5m未満', [3, 5.5, 'gsi-class']],
    ['3m以上5.5m未満', [3, 5.5, 'gsi-class']],
    ['5.5m-13m未満', [5.5, 13, 'gsi-class']],
    ['13m-19.5m未満', [13, 19.5, 'gsi-class']],
    ['19.5m以上', [19.5, null, 'gsi-class']],
    [0, [0, 3, 'gsi-class']],
    ['1', [3, 5.5, 'gsi-class']],
    [4, [19.5, null, 'gsi-class']],
    [5, null],
    [6, null],
    ['その他', null],
    ['不明', null],
    [null, null],
  ])('class %s is %j', (rnkWidth, expected) => expect(width({ rnkWidth })).toEqual(expected));

  it('is in centimetres where they are there', () => {
    expect(width({ Width: 420 })).toEqual([4.2, 4.2, 'gsi-centimetres']);
    expect(width({ Width: '0' })).toEqual([3, 5.5, 'gsi-class']);
    expect(width({ rnkWidth: '19.5m以上', width: 2500 })).toEqual([25, 25, 'gsi-centimetres']);
    expect(width({ rnkWidth: '不明', width: 250 })).toEqual([2.5, 2.5, 'gsi-centimetres']);
  });

  it('is from the narrower to the wider where class and centimetres contradict each other', () => {
    expect(width({ Width: 250 })).toEqual([2.5, 5.5, 'gsi-centimetres']);
    expect(width({ Width: 900 })).toEqual([3, 9, 'gsi-centimetres']);
    expect(width({ rnkWidth: 4, Width: 900 })).toEqual([9, null, 'gsi-centimetres']);
  });
});

describe('the kind of a centre line', () => {
  it.each([
    [{ rdCtg: '高速自動車国道等' }, 'motorway'],
    [{ rdCtg: 3 }, 'motorway'],
    [{ motorway: 1 }, 'motorway'],
    [{ rdCtg: '国道' }, 'trunk'],
    [{ rdCtg: 0 }, 'trunk'],
    [{ rdCtg: '都道府県道' }, 'secondary'],
    [{ rdCtg: '市区町村道等' }, 'street'],
    [{ rdCtg: 2 }, 'street'],
    [{ type: '徒歩道' }, 'path'],
    [{ type: '石段' }, 'steps'],
    [{ type: '庭園路' }, 'service'],
    [{ ftCode: 2721 }, 'path'],
    [{ ftCode: 2734 }, 'steps'],
  ])('%j is %s', (properties, kind) => expect(attributesOf(properties).kind).toBe(kind));

  it('bridges and tunnels by state or by code, in either spelling', () => {
    expect(attributesOf({ state: '橋・高架' })).toMatchObject({ isBridge: true, isTunnel: false });
    expect(attributesOf({ state: 'トンネル' })).toMatchObject({ isBridge: false, isTunnel: true });
    expect(attributesOf({ vt_code: 2703 }).isBridge).toBe(true);
    expect(attributesOf({ ftCode: 2704 }).isTunnel).toBe(true);
    const vector = gsiProperties({ vt_rdctg: '国道', vt_rnkwidth: '13m-19.5m未満' });
    expect(readGsiRoad(vector)).toMatchObject({
      attributes: { kind: 'trunk', width: { leastMeters: 13 } },
    });
  });

  it('steps are not counted by anybody', () => {
    expect(attributesOf({ type: '石段' }).stepCount).toBeNull();
    expect(attributesOf({}).stepCount).toBe(0);
  });
});
