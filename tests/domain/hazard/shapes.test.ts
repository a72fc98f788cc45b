import { describe, expect, it } from 'vitest';
import { judgeLine, judgePolygon } from '#domain/hazard/exposure';
import type { Relation } from '#domain/hazard/relation';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import { at, box, zoneOf } from './support/zones.ts';

/** A square ring: 300 m wide, with a hole of 100 m in the middle. */
const INDEX = buildZoneIndex([zoneOf([[box(0, 0, 300, 300), box(100, 100, 200, 200)]])]);
const MARGIN = { marginMeters: 10 };

type Point = readonly [eastMeters: number, northMeters: number];

describe('judgeLine', () => {
  const table: [string, Point[], Relation, meters: number | null][] = [
    [
      'crosses the zone',
      [
        [-50, 50],
        [350, 60],
      ],
      'inside',
      0,
    ],
    [
      'ends in the zone',
      [
        [-50, 50],
        [40, 50],
      ],
      'inside',
      0,
    ],
    [
      'touches a corner',
      [
        [-50, 350],
        [0, 300],
        [-50, 250],
      ],
      'inside',
      0,
    ],
    [
      'runs along an edge',
      [
        [0, -100],
        [0, 400],
      ],
      'inside',
      0,
    ],
    [
      'lies wholly in it',
      [
        [20, 20],
        [30, 50],
        [60, 80],
      ],
      'inside',
      -20,
    ],
    [
      'passes near its edge',
      [
        [-50, -8],
        [350, -8],
      ],
      'near',
      8,
    ],
    [
      'passes near its corner',
      [
        [-12, -2],
        [-2, -12],
        [10, -50],
      ],
      'near',
      Math.hypot(7, 7),
    ],
    [
      'passes farther off',
      [
        [-50, -11],
        [350, -11],
      ],
      'outside',
      null,
    ],
    [
      'lies in the hole, near its edge',
      [
        [150, 150],
        [195, 150],
      ],
      'near',
      5,
    ],
    [
      'lies in the hole, far from it',
      [
        [140, 150],
        [160, 150],
      ],
      'outside',
      null,
    ],
    ['is one place inside', [[50, 50]], 'inside', -50],
    ['is one place outside', [[-5, 50]], 'near', 5],
    ['has no place', [], 'outside', null],
    [
      'comes near only in its last part',
      [
        [-900, -900],
        [-900, 150],
        [-4, 150],
      ],
      'near',
      4,
    ],
  ];
  it.each(table)('a line that %s', (_, line, relation, meters) => {
    const judgement = judgeLine(
      INDEX,
      line.map(([east, north]) => at(east, north)),
      MARGIN,
    );
    expect(judgement.relation).toBe(relation);
    if (meters === null) expect(judgement.zones).toEqual([]);
    else expect(judgement.zones[0]?.signedDistanceMeters).toBeCloseTo(meters, 2);
  });

  it('names the place where it meets the boundary', () => {
    const judgement = judgeLine(INDEX, [at(-50, 50), at(50, 50)], MARGIN);
    const [lng, lat] = judgement.zones[0]?.nearestBoundary ?? [];
    expect(lng).toBeCloseTo(at(0, 50)[0], 9);
    expect(lat).toBeCloseTo(at(0, 50)[1], 9);
  });
});

describe('judgePolygon', () => {
  const table: [string, Parameters<typeof box>[], Relation, meters: number | null][] = [
    ['overlaps the zone', [[-50, 10, 20, 40]], 'inside', 0],
    ['shares an edge with it', [[-50, 10, 0, 40]], 'inside', 0],
    ['lies in it', [[20, 20, 70, 50]], 'inside', -20],
    ['surrounds it', [[-50, -50, 350, 350]], 'inside', 0],
    ['surrounds its hole', [[90, 90, 210, 210]], 'inside', 0],
    ['fills its hole but for 3 m', [[103, 103, 197, 197]], 'near', 3],
    ['lies in its hole', [[140, 140, 160, 160]], 'outside', null],
    [
      'holds it in a hole of its own',
      [
        [-90, -90, 390, 390],
        [-5, -5, 305, 305],
      ],
      'near',
      5,
    ],
    ['stands 6 m beside it', [[-40, 0, -6, 30]], 'near', 6],
    ['stands farther off', [[-40, 0, -12, 30]], 'outside', null],
  ];
  it.each(table)('an area that %s', (_, rings, relation, meters) => {
    const judgement = judgePolygon(
      INDEX,
      rings.map((sides) => box(...sides)),
      MARGIN,
    );
    expect(judgement.relation).toBe(relation);
    if (meters === null) expect(judgement.zones).toEqual([]);
    else expect(judgement.zones[0]?.signedDistanceMeters).toBeCloseTo(meters, 2);
  });
});
