import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import type { Position } from '#domain/geo/position';
import { multiPolygonToWkb } from '../../server/db/wkb.ts';
import { WORLD_UNITS, worldX, worldY } from '../../server/tiles/mercator.ts';
import { TILE_BUFFER } from '../../server/tiles/tile-frame.ts';
import { encodeZoneTile, ZoneTileStoreBuilder } from '../../server/tiles/zone-tiles.ts';

const CENTRE: Position = [132.33, 34.35];

/** A star-shaped ring around a place, of radii in degrees; closed. */
const ringArbitrary = fc
  .array(fc.double({ min: 0.0002, max: 0.003, noNaN: true }), { minLength: 3, maxLength: 40 })
  .map((radii) => {
    const ring = radii.map((radius, at): Position => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [CENTRE[0] + radius * Math.cos(angle), CENTRE[1] + radius * Math.sin(angle)];
    });
    return [...ring, ring[0]!];
  });

function storeOf(rings: readonly (readonly Position[])[]) {
  const builder = new ZoneTileStoreBuilder();
  builder.add({
    id: 'zone',
    zoneClass: 'red',
    phenomenon: 'debris-flow',
    redNotSurveyed: false,
    geometry: multiPolygonToWkb({ type: 'MultiPolygon', coordinates: [rings] }),
  });
  return builder.finish();
}

/** Rings of every tile of a zoom that could hold the shape, in tile units. */
function tilesOf(store: ReturnType<typeof storeOf>, z: number) {
  const width = WORLD_UNITS / 2 ** z;
  const [west = 0, north = 0, east = 0, south = 0] = store.polygons.boxes;
  const tiles = [];
  for (let x = Math.floor(west / width); x <= Math.floor(east / width); x += 1)
    for (let y = Math.floor(north / width); y <= Math.floor(south / width); y += 1) {
      const layer = new VectorTile(new PbfReader(encodeZoneTile(store, { z, x, y }))).layers.zones;
      const rings = layer === undefined ? [] : layer.feature(0).loadGeometry();
      tiles.push({ x, y, rings });
    }
  return tiles;
}

/** Signed, in square tile units: positive where the ring runs clockwise on a screen. */
function areaOf(ring: readonly { readonly x: number; readonly y: number }[]): number {
  return (
    ring.reduce((sum, { x, y }, at) => {
      const next = ring[(at + 1) % ring.length]!;
      return sum + x * next.y - next.x * y;
    }, 0) / 2
  );
}

test('vertices are dropped from afar, and none is moved by more than rounding', () => {
  fc.assert(
    fc.property(ringArbitrary, (ring) => {
      const z = 12;
      const unit = WORLD_UNITS / 2 ** z / 4096;
      const [tile] = tilesOf(storeOf([ring]), z);
      if (tile === undefined || tile.rings.length === 0) return;
      const expected = ring.map(([lng, lat]) => [
        worldX(lng) / unit - tile.x * 4096,
        worldY(lat) / unit - tile.y * 4096,
      ]);
      for (const { x, y } of tile.rings[0] ?? []) {
        const isInside = Math.max(Math.abs(x - 2048), Math.abs(y - 2048)) < 2048 + TILE_BUFFER;
        if (!isInside) continue;
        const nearest = Math.min(
          ...expected.map(([ex = 0, ey = 0]) => Math.max(Math.abs(ex - x), Math.abs(ey - y))),
        );
        expect(nearest).toBeLessThanOrEqual(0.5 + 1e-6);
      }
    }),
  );
});

test('tiles stay in their buffer, and outer rings run clockwise', () => {
  fc.assert(
    fc.property(ringArbitrary, fc.integer({ min: 9, max: 16 }), (ring, z) => {
      for (const { rings } of tilesOf(storeOf([ring]), z))
        for (const drawn of rings) {
          expect(areaOf(drawn)).toBeGreaterThan(0);
          for (const { x, y } of drawn) {
            expect(Math.min(x, y)).toBeGreaterThanOrEqual(-TILE_BUFFER);
            expect(Math.max(x, y)).toBeLessThanOrEqual(4096 + TILE_BUFFER);
          }
        }
    }),
  );
});

test('a shape never vanishes, from any height', () => {
  fc.assert(
    fc.property(ringArbitrary, fc.integer({ min: 0, max: 13 }), (ring, z) => {
      const drawn = tilesOf(storeOf([ring]), z).flatMap(({ rings }) => rings);
      expect(drawn.length).toBeGreaterThan(0);
    }),
  );
});

test('from afar a shape is drawn no smaller than it is', () => {
  const z = 10;
  const unit = WORLD_UNITS / 2 ** z / 4096;
  fc.assert(
    fc.property(ringArbitrary, (ring) => {
      const xs = ring.map(([lng]) => worldX(lng) / unit);
      const ys = ring.map(([, lat]) => worldY(lat) / unit);
      const [tile, ...others] = tilesOf(storeOf([ring]), z);
      const widest = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
      // One pixel stands for what is smaller than one and a half.
      if (tile === undefined || others.length > 0 || widest < 12) return;
      const drawn = tile.rings.flat();
      const drawnX = drawn.map(({ x }) => x + tile.x * 4096);
      const drawnY = drawn.map(({ y }) => y + tile.y * 4096);
      const halfPixel = 4.5;
      expect(Math.min(...drawnX)).toBeLessThanOrEqual(Math.min(...xs) + halfPixel);
      expect(Math.max(...drawnX)).toBeGreaterThanOrEqual(Math.max(...xs) - halfPixel);
      expect(Math.min(...drawnY)).toBeLessThanOrEqual(Math.min(...ys) + halfPixel);
      expect(Math.max(...drawnY)).toBeGreaterThanOrEqual(Math.max(...ys) - halfPixel);
    }),
  );
});

test('a hole runs the other way and goes when it is nothing any more', () => {
  const around = (half: number): Position[] => [
    [CENTRE[0] - half, CENTRE[1] - half],
    [CENTRE[0] + half, CENTRE[1] - half],
    [CENTRE[0] + half, CENTRE[1] + half],
    [CENTRE[0] - half, CENTRE[1] + half],
    [CENTRE[0] - half, CENTRE[1] - half],
  ];
  const store = storeOf([around(0.002), around(0.0004)]);
  // All corners are in one tile of this zoom.
  const [near] = tilesOf(store, 11);
  expect(near?.rings.map((ring) => Math.sign(areaOf(ring)))).toEqual([1, -1]);
  const tiny = storeOf([around(0.002), around(0.0000001)]);
  expect(tilesOf(tiny, 11)[0]?.rings).toHaveLength(1);
});
