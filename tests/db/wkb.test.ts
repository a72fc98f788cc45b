import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MultiPolygon, Ring } from '#domain/geo/position';
import { multiPolygonToWkb, wkbToMultiPolygon } from '../../server/db/wkb.ts';

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const ring = fc.array(position, { minLength: 1, maxLength: 8 });
const coordinates = fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 });

test('geometry goes to bytes and back without losing a digit', () => {
  fc.assert(
    fc.property(coordinates, (polygons: Ring[][]) => {
      const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: polygons };
      expect(wkbToMultiPolygon(multiPolygonToWkb(geometry))).toEqual(geometry);
    }),
  );
});

test('other bytes are refused', () => {
  expect(() => wkbToMultiPolygon(Buffer.from([0, 0, 0, 0, 6, 0, 0, 0, 0]))).toThrow('endian');
  expect(() => wkbToMultiPolygon(Buffer.from([1, 1, 0, 0, 0, 0, 0, 0, 0]))).toThrow('type 6');
});
