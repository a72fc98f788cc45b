import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { buildDistrictTileStore, encodeDistrictTile } from '../../server/tiles/district-tiles.ts';

/** A square around [135, 34] as little-endian WKB. */
function square(halfDegrees: number): Buffer {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ] as const;
  const wkb = Buffer.alloc(13 + corners.length * 16);
  wkb.writeUInt8(1, 0);
  wkb.writeUInt32LE(3, 1);
  wkb.writeUInt32LE(1, 5);
  wkb.writeUInt32LE(corners.length, 9);
  corners.forEach(([x, y], index) => {
    wkb.writeDoubleLE(135 + x * halfDegrees, 13 + index * 16);
    wkb.writeDoubleLE(34 + y * halfDegrees, 21 + index * 16);
  });
  return wkb;
}

test('the boundary of a municipality without districts has layers of its own, with its name', () => {
  const city = { id: '1', name: '架空市', label: [135, 34] as const, geometry: square(0.2) };
  const none = buildDistrictTileStore([]);
  // The tile of zoom 8 that holds 135° E 34° N.
  const bytes = encodeDistrictTile(none, buildDistrictTileStore([city]), { z: 8, x: 224, y: 102 });
  const { layers } = new VectorTile(new PbfReader(bytes));
  expect(Object.keys(layers).sort()).toEqual(['boundary', 'boundary-labels']);
  expect(layers.boundary?.feature(0).properties).toEqual({ id: '1', name: '架空市' });
});
