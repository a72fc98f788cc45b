import { TILE_LAYERS } from '#contract/tiles';
import type { Position } from '#domain/geo/position';
import { ByteWriter } from './byte-writer.ts';
import { GeometryCommands } from './geometry-commands.ts';
import { PixelCover } from './pixel-cover.ts';
import { buildPointStore, type PointStore, pointsInTile } from './point-store.ts';
import { PolygonCutter } from './polygon-cutter.ts';
import { type PolygonStore, PolygonStoreBuilder } from './polygon-store.ts';
import { frameOf, type TileAddress } from './tile-frame.ts';
import { GEOMETRY_POINT, GEOMETRY_POLYGON, LayerWriter } from './vector-tile.ts';

export interface TileDistrict {
  readonly id: string;
  readonly name: string;
  /** Where the name is written: a place inside the polygon. */
  readonly label: Position;
  /** Little-endian WKB of a (multi)polygon in degrees. */
  readonly geometry: Buffer;
}

export interface DistrictTileStore {
  readonly polygons: PolygonStore;
  readonly labels: PointStore;
  readonly names: readonly Pick<TileDistrict, 'id' | 'name'>[];
}

export function buildDistrictTileStore(districts: readonly TileDistrict[]): DistrictTileStore {
  const polygons = new PolygonStoreBuilder();
  for (const { geometry } of districts) polygons.add(geometry);
  return {
    polygons: polygons.finish(),
    labels: buildPointStore(districts.map(({ label }) => label)),
    names: districts.map(({ id, name }) => ({ id, name })),
  };
}

/** Of the districts and of the boundary: polygons, and one point for each name. */
export function encodeDistrictTile(
  districts: DistrictTileStore,
  boundary: DistrictTileStore,
  address: TileAddress,
): Uint8Array {
  const tile = new ByteWriter();
  writeLayers(tile, districts, address, [TILE_LAYERS.districts, TILE_LAYERS.districtLabels]);
  writeLayers(tile, boundary, address, [TILE_LAYERS.boundary, TILE_LAYERS.boundaryLabels]);
  return tile.finish();
}

function writeLayers(
  tile: ByteWriter,
  store: DistrictTileStore,
  address: TileAddress,
  [areaLayer, labelLayer]: readonly [string, string],
): void {
  const frame = frameOf(address);
  const areas = new LayerWriter(areaLayer);
  const commands = new GeometryCommands(areas.geometry);
  const cutter = new PolygonCutter(store.polygons, frame);
  const tooSmall = new PixelCover();
  for (const district of [...cutter.find()].sort((a, b) => a - b)) {
    commands.begin();
    if (!cutter.write(district, commands, tooSmall)) continue;
    endDistrict(areas, store, district, GEOMETRY_POLYGON);
  }
  const labels = new LayerWriter(labelLayer);
  const labelCommands = new GeometryCommands(labels.geometry);
  for (const { place, x, y } of pointsInTile(store.labels, frame)) {
    labelCommands.begin();
    labelCommands.point(x, y);
    endDistrict(labels, store, place, GEOMETRY_POINT);
  }
  areas.appendTo(tile);
  labels.appendTo(tile);
}

function endDistrict(
  layer: LayerWriter,
  store: DistrictTileStore,
  district: number,
  type: typeof GEOMETRY_POINT | typeof GEOMETRY_POLYGON,
): void {
  const { id, name } = store.names[district]!;
  layer.property('id', id);
  layer.property('name', name);
  layer.endFeature(type);
}
