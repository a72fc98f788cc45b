import { describe, expect, it } from 'vitest';
import { judgePoint } from '#domain/hazard/exposure';
import type { Relation } from '#domain/hazard/relation';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Accuracy } from '#domain/resident/accuracy';
import { NO_POSITION } from '#domain/resident/accuracy';
import { at, box, zoneOf } from './support/zones.ts';

/** 200 m by 200 m; places are given by how far they are west of it (negative: inside). */
const SQUARE = buildZoneIndex([zoneOf([[box(0, 0, 200, 200)]])]);
const MARGIN = { marginMeters: 10 };

const judgeAt = (metersWest: number, accuracy: Exclude<Accuracy, 'none'>, radiusMeters: number) =>
  judgePoint(SQUARE, { accuracy, radiusMeters, position: at(-metersWest, 100) }, MARGIN);

describe('relation by accuracy, radius and margin', () => {
  const table: [Exclude<Accuracy, 'none'>, radius: number, metersWest: number, Relation][] = [
    ['building', 10, -50, 'inside'],
    ['building', 10, -1, 'inside'],
    ['building', 10, 0, 'inside'],
    ['building', 10, 0.0005, 'inside'],
    ['building', 10, 0.01, 'near'],
    ['building', 10, 19.9, 'near'],
    ['building', 10, 20.1, 'outside'],
    ['manual', 5, -0.1, 'inside'],
    ['manual', 5, 14.9, 'near'],
    ['manual', 5, 15.1, 'outside'],
    ['manual', 25, -0.1, 'inside'],
    ['manual', 25, 34.9, 'near'],
    ['manual', 26, -0.1, 'undetermined'],
    ['manual', 26, -26.1, 'inside'],
    ['building', 40, 49.9, 'undetermined'],
    ['building', 40, 50.1, 'outside'],
    ['block', 60, -60.1, 'inside'],
    ['block', 60, -59.9, 'undetermined'],
    ['block', 60, 0, 'undetermined'],
    ['block', 60, 69.9, 'undetermined'],
    ['block', 60, 70.1, 'outside'],
    ['block', 10, -5, 'undetermined'],
    ['town', 500, -100, 'undetermined'],
    ['town', 500, 509, 'undetermined'],
    ['town', 500, 511, 'outside'],
  ];
  it.each(table)('%s within %d m, %d m outside: %s', (accuracy, radius, metersWest, relation) => {
    const judgement = judgeAt(metersWest, accuracy, radius);
    expect(judgement.relation).toBe(relation);
    expect(judgement.redRelation).toBe(relation);
    expect(judgement.zones.map((zone) => zone.relation)).toEqual(
      relation === 'outside' ? [] : [relation],
    );
  });

  it('is undetermined without a position, whatever the zones', () => {
    const nothingKnown = {
      relation: 'undetermined',
      redRelation: 'undetermined',
      redDistanceMeters: null,
      phenomena: [],
      redNotSurveyed: false,
      zones: [],
    };
    expect(judgePoint(SQUARE, NO_POSITION, MARGIN)).toEqual(nothingKnown);
    expect(judgePoint(buildZoneIndex([]), NO_POSITION, MARGIN)).toEqual(nothingKnown);
  });

  it('is outside of no zones at all', () => {
    const located = { accuracy: 'building', radiusMeters: 10, position: at(0, 0) } as const;
    expect(judgePoint(buildZoneIndex([]), located, MARGIN).relation).toBe('outside');
  });
});

describe('distance and nearest boundary', () => {
  it('is negative inside and leads to the boundary', () => {
    const [zone] = judgeAt(-30, 'building', 10).zones;
    expect(zone?.signedDistanceMeters).toBeCloseTo(-30, 2);
    expect(zone?.nearestBoundary[0]).toBeCloseTo(at(0, 100)[0], 9);
    expect(zone?.nearestBoundary[1]).toBeCloseTo(at(0, 100)[1], 9);
  });

  it('is 0 on the boundary', () => {
    expect(judgeAt(0, 'building', 10).zones[0]?.signedDistanceMeters).toBe(0);
  });

  it('is measured inside however far the boundary is', () => {
    expect(judgeAt(-100, 'manual', 1).zones[0]?.signedDistanceMeters).toBeCloseTo(-100, 2);
  });

  it('measures to the nearest part of a zone, and to its holes', () => {
    const [far, near] = [box(100, 0, 150, 50), box(0, 0, 50, 50)];
    const hole = box(10, 10, 40, 40);
    const index = buildZoneIndex([zoneOf([[far], [near, hole]])]);
    const meters = (eastMeters: number) => {
      const position = at(eastMeters, 25);
      const located = { accuracy: 'manual', radiusMeters: 5, position } as const;
      return judgePoint(index, located, { marginMeters: 40 }).zones[0]?.signedDistanceMeters;
    };
    expect(meters(70)).toBeCloseTo(20, 2); // 20 m from the near part, 30 m from the far one
    expect(meters(30)).toBeCloseTo(10, 2); // in the hole
    expect(meters(43)).toBeCloseTo(-3, 2); // between hole and outer ring
  });
});

describe('what several zones say together', () => {
  const index = buildZoneIndex([
    zoneOf([[box(0, 0, 400, 100)]], { id: 'wide-yellow', zoneClass: 'yellow' }),
    zoneOf([[box(0, 0, 100, 100)]], { id: 'red' }),
    zoneOf([[box(0, 0, 90, 100)]], { id: 'red-deeper', phenomenon: 'slope-failure' }),
    zoneOf([[box(115, 0, 200, 100)]], { id: 'planned', zoneClass: 'red-before-designation' }),
    zoneOf([[box(0, 0, 100, 100)]], {
      id: 'planned-here',
      zoneClass: 'yellow-before-designation',
      phenomenon: 'landslide',
    }),
  ]);
  const judgement = judgePoint(
    index,
    { accuracy: 'building', radiusMeters: 10, position: at(60, 50) },
    { marginMeters: 50 },
  );

  it('lists the gravest relation first, then the gravest class, then the nearest', () => {
    expect(judgement.zones.map(({ zoneId, relation }) => [zoneId, relation])).toEqual([
      ['red', 'inside'],
      ['red-deeper', 'inside'],
      ['wide-yellow', 'inside'],
      ['planned-here', 'inside'],
      ['planned', 'near'],
    ]);
  });

  it('sums up: gravest relations, deepest red distance, phenomena in their order', () => {
    expect(judgement).toMatchObject({
      relation: 'inside',
      redRelation: 'inside',
      phenomena: ['slope-failure', 'debris-flow', 'landslide'],
      redNotSurveyed: false,
    });
    expect(judgement.redDistanceMeters).toBeCloseTo(-40, 2);
  });

  it('keeps yellow out of the red relation and distance', () => {
    const position = at(300, 50);
    const inYellow = judgePoint(index, { accuracy: 'manual', radiusMeters: 5, position }, MARGIN);
    expect(inYellow).toMatchObject({
      relation: 'inside',
      redRelation: 'outside',
      redDistanceMeters: null,
    });
  });

  it('never takes a red zone that was not surveyed for none', () => {
    const unsurveyed = buildZoneIndex([
      zoneOf([[box(0, 0, 100, 100)]], { zoneClass: 'yellow', redNotSurveyed: true }),
    ]);
    const judge = (eastMeters: number) =>
      judgePoint(
        unsurveyed,
        { accuracy: 'building', radiusMeters: 10, position: at(eastMeters, 50) },
        MARGIN,
      );
    expect(judge(50)).toMatchObject({
      relation: 'inside',
      redRelation: 'undetermined',
      redNotSurveyed: true,
    });
    expect(judge(110)).toMatchObject({ relation: 'near', redRelation: 'undetermined' });
    expect(judge(130)).toMatchObject({ relation: 'outside', redRelation: 'outside' });
  });
});

describe('what must not pass as outside', () => {
  const place = at(0, 0);
  const located = { accuracy: 'building', radiusMeters: 10, position: place } as const;

  it.each([
    ['latitude and longitude swapped', { ...located, position: [place[1], place[0]] as const }],
    ['a position that is no number', { ...located, position: [Number.NaN, 34] as const }],
    ['a negative radius', { ...located, radiusMeters: -1 }],
    ['a radius that is no number', { ...located, radiusMeters: Number.NaN }],
  ])('throws for %s', (_, wrong) => {
    expect(() => judgePoint(SQUARE, wrong, MARGIN)).toThrow(RangeError);
  });

  it('throws for a margin that is no number, and for zones with broken coordinates', () => {
    expect(() => judgePoint(SQUARE, located, { marginMeters: Number.NaN })).toThrow(/marginMeters/);
    const broken = [at(0, 0), at(0, 9), [132, Number.NaN] as const, at(0, 0)];
    expect(() => buildZoneIndex([zoneOf([[broken]], { id: 'z9' })])).toThrow(/z9/);
  });
});
