import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  placeFeatures,
  shapeFeatures,
} from '../../web/features/import/figure-features.ts';
import { fileSize } from '../../web/features/import/file-size.ts';

describe('what a report draws', () => {
  const ring = (x: number) => [
    [
      [x, 1],
      [x + 1, 1],
      [x + 1, 3],
      [x, 1],
    ],
  ];
  const before = { type: 'MultiPolygon' as const, coordinates: [ring(130)] };
  const after = { type: 'MultiPolygon' as const, coordinates: [ring(130), ring(135)] };

  test('the shape after lies under the one before, and both are in the picture', () => {
    const features = shapeFeatures({ before, after });
    expect(features.features.map(({ properties }) => properties?.kind)).toEqual([
      'after',
      'before',
    ]);
    expect(boundsOf(features)).toEqual([130, 1, 136, 3]);
  });

  test('places are lettered, and the chosen one is marked', () => {
    const place = (lng: number) => ({
      shelterId: String(lng),
      datasetId: 'd',
      source: 'gsi-shelters' as const,
      kind: 'shelter' as const,
      isStaged: false,
      position: [lng, 34] as [number, number],
    });
    const features = placeFeatures({
      ...{ facilityKey: '山手小学校', name: '山手小学校', version: 1, distanceMeters: 55 },
      chosen: [133, 34],
      places: [place(132), place(133)],
    });
    expect(features.features.map(({ properties }) => properties)).toEqual([
      { kind: 'place', name: 'A' },
      { kind: 'chosen', name: 'B' },
    ]);
  });
});

test('sizes in the unit that fits', () => {
  expect([0, 1023, 1536, 5 * 2 ** 20, 2 * 2 ** 30].map(fileSize)).toEqual([
    '0 B',
    '1023 B',
    '1.5 kB',
    '5.0 MB',
    '2.0 GB',
  ]);
});
