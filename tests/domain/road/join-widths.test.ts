import { describe, expect, it } from 'vitest';
import { localScale } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { bothWidths, joinWidths } from '#domain/road/join-widths';
import type { Road, RoadWidth } from '#domain/road/road';

const HERE: Position = [135, 34];
const { metersPerDegreeLng, metersPerDegreeLat } = localScale(HERE[1]);
const at = (east: number, north: number): Position => [
  HERE[0] + east / metersPerDegreeLng,
  HERE[1] + north / metersPerDegreeLat,
];

const width = (least: number, most: number | null, from: RoadWidth['from']): RoadWidth => ({
  leastMeters: least,
  mostMeters: most,
  from,
});
const CLASS = width(3, 5.5, 'gsi-class');

const road = (places: readonly (readonly [number, number])[], said: Partial<Road> = {}): Road => ({
  id: 'way/1/0',
  ends: ['a', 'b'],
  line: places.map(([east, north]) => at(east, north)),
  elevationsMeters: null,
  kind: 'street',
  name: null,
  width: null,
  lanes: null,
  surface: 'unknown',
  isBridge: false,
  isTunnel: false,
  stepCount: 0,
  oneway: 'both',
  access: { foot: 'unknown', wheelchair: 'unknown', car: 'unknown', emergency: 'unknown' },
  maxHeightMeters: null,
  maxWeightTonnes: null,
  ...said,
});
/** 100 m to the east. */
const STREET = [
  [0, 0],
  [100, 0],
] as const;
const beside = (meters: number, said: Partial<Road> = {}) =>
  road(
    [
      [100, meters],
      [0, meters],
    ],
    { width: CLASS, ...said },
  );
const joined = (one: Road, ...others: Road[]) => joinWidths([one], others)[0]?.width;

describe('widths of another source', () => {
  it('are taken along a road, whichever way it was drawn', () => {
    expect(joined(road(STREET), beside(5))).toEqual(CLASS);
    expect(joined(road(STREET), beside(9.9))).toEqual(CLASS);
  });

  it('are not taken from too far away, nor out of line', () => {
    expect(joined(road(STREET), beside(10.1))).toBeNull();
    const across = road(
      [
        [50, -50],
        [50, 50],
      ],
      { width: CLASS },
    );
    expect(joined(road(STREET), across)).toBeNull();
    expect(joined(road(STREET))).toBeNull();
  });

  it('are not taken where they cover too little of the road', () => {
    const part = (end: number) =>
      road(
        [
          [0, 2],
          [end, 2],
        ],
        { width: CLASS },
      );
    expect(joined(road(STREET), part(90))).toEqual(CLASS);
    expect(joined(road(STREET), part(40))).toBeNull();
  });

  it('of several stretches make the road as narrow as the narrowest, a side street’s mouth aside', () => {
    const stretch = (from: number, to: number, said: RoadWidth) =>
      road(
        [
          [from, 1],
          [to, 1],
        ],
        { width: said },
      );
    const wide = stretch(0, 60, width(6, 6, 'gsi-centimetres'));
    expect(joined(road(STREET), wide, stretch(60, 100, width(4, 4, 'gsi-centimetres')))).toEqual(
      width(4, 4, 'gsi-centimetres'),
    );
    expect(joined(road(STREET), wide, stretch(60, 100, CLASS))).toEqual(width(3, 5.5, 'gsi-class'));
    const long = stretch(0, 92, width(6, 6, 'gsi-centimetres'));
    const mouth = stretch(92, 100, width(2, 2, 'gsi-centimetres'));
    expect(joined(road(STREET), long, mouth)?.leastMeters).toBe(6);
  });

  it.each<[string, Partial<Road>, Partial<Road>]>([
    ['a bridge over a street', { isBridge: true }, {}],
    ['a street over a tunnel', {}, { isTunnel: true }],
    ['a street under a motorway', {}, { kind: 'motorway' }],
    ['a pavement beside a street', { kind: 'footway' }, {}],
    ['a street beside steps', {}, { kind: 'steps' }],
  ])('are not taken by %s', (_, own, other) => {
    expect(joined(road(STREET, own), beside(2, other))).toBeNull();
  });

  it('are taken from the nearest of two', () => {
    const near = beside(1, { width: width(4, 4, 'gsi-centimetres') });
    expect(joined(road(STREET), beside(8), near)?.leastMeters).toBe(4);
  });
});

describe('two widths of one road', () => {
  it.each<[string, RoadWidth, RoadWidth, RoadWidth]>([
    [
      'what was measured within the class holds',
      width(4.2, 4.2, 'osm-width'),
      CLASS,
      width(4.2, 4.2, 'osm-width'),
    ],
    [
      'whichever of the two it is',
      width(3, 5, 'osm-width'),
      width(4.2, 4.2, 'gsi-centimetres'),
      width(4.2, 4.2, 'gsi-centimetres'),
    ],
    [
      'ranges that overlap leave what both allow',
      width(2, 4, 'osm-width'),
      CLASS,
      { ...width(3, 4, 'osm-width'), alsoFrom: 'gsi-class' },
    ],
    [
      'where they contradict each other: from the narrower to the wider',
      width(6, 6, 'osm-width'),
      CLASS,
      { ...width(3, 6, 'osm-width'), alsoFrom: 'gsi-class' },
    ],
    [
      'and without end where one has none',
      width(6, 6, 'osm-width'),
      width(19.5, null, 'gsi-class'),
      { ...width(6, null, 'osm-width'), alsoFrom: 'gsi-class' },
    ],
  ])('%s', (_, own, other, expected) => {
    expect(bothWidths(own, other)).toEqual(expected);
    expect(joined(road(STREET, { width: own }), beside(1, { width: other }))).toEqual(expected);
  });

  it('never say that a road is wider than one of them says that it is at least', () => {
    for (const own of [
      width(1, 2, 'osm-width'),
      width(3, 3, 'osm-width'),
      width(5, null, 'osm-width'),
    ])
      for (const other of [
        CLASS,
        width(2.5, 2.5, 'gsi-centimetres'),
        width(13, 19.5, 'gsi-class'),
      ]) {
        const both = bothWidths(own, other);
        const least = Math.max(own.leastMeters, other.leastMeters);
        expect(both.leastMeters).toBeLessThanOrEqual(least);
      }
  });
});
