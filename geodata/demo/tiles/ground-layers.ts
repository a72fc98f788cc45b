import { BASEMAP_LAYERS, type LANDCOVER_CLASSES } from '../basemap-layers.ts';
import { type Place, toPosition } from '../frame.ts';
import { blurred } from '../ground/blur.ts';
import { cellX, cellY, sample } from '../ground/grid.ts';
import type { Terrain } from '../ground/terrain.ts';
import { areasOf, coordinatesOf } from '../shapes/area.ts';
import { contourLines } from '../shapes/contour-lines.ts';
import { contourRings, type Raster } from '../shapes/contour-rings.ts';
import { ringArea, simplifiedLine, simplifiedRing } from '../shapes/ring.ts';
import type { RoadPlan } from '../streets/roads.ts';
import type { LayerFeature, TileLayer } from './layers.ts';

const CONTOUR_METERS = 20;
const INDEX_METERS = 100;
const FOREST_DEGREES = 9;
const URBAN = 0.2;

/** Land, what covers it, and contours. */
export function groundLayers(terrain: Terrain, roads: RoadPlan): TileLayer[] {
  const land = rasterOf(terrain, terrain.heights);
  return [
    { name: BASEMAP_LAYERS.land, leastZoom: 8, features: polygons(land, 0, 3, 600, {}) },
    { name: BASEMAP_LAYERS.landcover, leastZoom: 10, features: landcover(terrain, roads) },
    { name: BASEMAP_LAYERS.contour, leastZoom: 11, features: contours(terrain) },
  ];
}

/** A field on the terrain's cells, whose values stand in their middles. */
function rasterOf({ grid }: Terrain, values: Float32Array): Raster {
  const half = grid.cellMeters / 2;
  return { ...grid, west: half, south: half, values };
}

function polygons(
  raster: Raster,
  level: number,
  toleranceMeters: number,
  leastArea: number,
  properties: { readonly class?: (typeof LANDCOVER_CLASSES)[number] },
): LayerFeature[] {
  const rings = contourRings(raster, level)
    .filter((ring) => Math.abs(ringArea(ring)) >= leastArea)
    .map((ring) =>
      ring.length > 3000
        ? simplifiedLong(ring, toleranceMeters)
        : simplifiedRing(ring, toleranceMeters),
    );
  return areasOf(rings).map((area) => ({
    properties,
    geometry: { type: 'Polygon', coordinates: coordinatesOf(area) },
  }));
}

/** For a coast of thousands of points the test of every side against every other would take seconds. */
function simplifiedLong(ring: readonly Place[], toleranceMeters: number): Place[] {
  return simplifiedLine([...ring, ring[0]!], toleranceMeters).slice(0, -1);
}

function landcover(terrain: Terrain, { ground, urbanity }: RoadPlan): LayerFeature[] {
  const { grid } = ground;
  const raster = (values: Float32Array): Raster => ({
    ...grid,
    west: grid.cellMeters / 2,
    south: grid.cellMeters / 2,
    values,
  });
  const isLand = (cell: number) => ground.groundCost[cell] !== Number.POSITIVE_INFINITY;
  const slope = ground.heights.map((_, cell) =>
    isLand(cell) ? sample(terrain.grid, terrain.slopes, cellX(grid, cell), cellY(grid, cell)) : 0,
  );
  const soft = blurred(grid, slope, 50);
  const forest = soft.map((degrees, cell) => (isLand(cell) ? degrees - FOREST_DEGREES : -4));
  const urban = urbanity.map((value) => 10 * (value - URBAN));
  const farmland = soft.map((degrees, cell) =>
    isLand(cell) ? Math.min(FOREST_DEGREES - degrees, -urban[cell]!) : -4,
  );
  return [
    ...polygons(raster(forest), 0, 9, 15_000, { class: 'forest' }),
    ...polygons(raster(farmland), 0, 9, 15_000, { class: 'farmland' }),
    ...polygons(raster(urban), 0, 9, 15_000, { class: 'urban' }),
  ];
}

function contours(terrain: Terrain): LayerFeature[] {
  const features: LayerFeature[] = [];
  for (const { elevation, ring } of contourLines(
    rasterOf(terrain, terrain.heights),
    CONTOUR_METERS,
  )) {
    if (ring.length < 10) continue;
    const line = simplifiedLine([...ring, ring[0]!], 4);
    const isIndex = elevation % INDEX_METERS === 0;
    features.push({
      fromZoom: isIndex ? 11 : 13,
      properties: { elevation, index: isIndex ? 1 : 0 },
      geometry: { type: 'LineString', coordinates: line.map(({ x, y }) => toPosition(x, y)) },
    });
  }
  return features;
}
