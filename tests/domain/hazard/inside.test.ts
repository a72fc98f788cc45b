import { describe, expect, it } from 'vitest';
import { isInsidePolygon } from '#domain/geo/polygon';
import type { Position } from '#domain/geo/position';
import { judgePoint } from '#domain/hazard/exposure';
import { judgePoints } from '#domain/hazard/judge-points';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import { readDrawing } from './support/drawing.ts';
import { zoneOf } from './support/zones.ts';

const DRAWINGS = {
  'a square: corners, edges and what lines up with them': `
    o o o o o o o
    o A i - i B o
    o i i . i | o
    o | . i . i o
    o D i - i C o
    o o o o o o o`,
  'a step: a ray along a horizontal edge': `
    o o o o o o
    o A - B o o
    o | i i o o
    o i i C D o
    o | i . i o
    o F i - E o
    o o o o o o`,
  'a valley: a ray through its lowest corner': `
    A . o o o C
    | i . o . i
    i . i . i |
    | i i B i i
    i i . i . |
    E - i - - D`,
  'peaks that only touch the ray': `
    o B o D o
    o i o i o
    o i C i o
    o i i i o
    A - i - E
    o o o o o`,
  'a hole whose edge belongs to the zone': `
    A - - i - - - B
    | i i i . i i |
    | i N - i Q i |
    i i | o o | i i
    | i i o o i i |
    | i O i - P i |
    | . i i i . . |
    D - - - i - - C`,
  'a hole that touches the outer ring in one corner': `
    A - - i - - B
    | i . . i . |
    | . i P . i |
    | i O o Q i i
    | . i N . i |
    | i . i . i |
    D - - i - - C`,
  'a sliver between two lines': `
    o o o o o o o o o
    A i - - - - i - B
    o o o o o o o o C
    o o o o o o o o o`,
};

describe('inside a polygon', () => {
  for (const [name, text] of Object.entries(DRAWINGS))
    describe(name, () => {
      const drawing = readDrawing(text);
      const clockwise = drawing.polygon;
      const turned = drawing.polygon.map((ring) => ring.toReversed());
      for (const [winding, polygon] of Object.entries({ clockwise, turned })) {
        const index = buildZoneIndex([zoneOf([polygon])]);
        const answers = (position: Position) => {
          const located = { accuracy: 'building', position, radiusMeters: 0 } as const;
          return {
            judged: judgePoint(index, located, { marginMeters: 0 }).relation,
            amongMany: judgePoints(index, [located], { marginMeters: 0 })[0]?.relation,
            alone: isInsidePolygon(polygon, position),
          };
        };
        it(`takes in its corners, its edges and every i (${winding})`, () => {
          for (const position of [...polygon.flat(), ...drawing.inside])
            expect(answers(position), String(position)).toEqual({
              judged: 'inside',
              amongMany: 'inside',
              alone: true,
            });
        });
        it(`leaves every o out (${winding})`, () => {
          for (const position of drawing.outside)
            expect(answers(position), String(position)).toEqual({
              judged: 'outside',
              amongMany: 'outside',
              alone: false,
            });
        });
      }
    });
});
