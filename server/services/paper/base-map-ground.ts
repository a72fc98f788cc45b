import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { bboxOf } from '#domain/geo/bbox';
import type { Bbox, PolygonCoordinates, Position } from '#domain/geo/position';
import type { MapGround } from '../../output/paper/map/map-content.ts';
import { FileRange } from '../read/file-range.ts';

export type BaseGround = Omit<MapGround, 'roads'> & { readonly credit: string | null };
const NOTHING: BaseGround = { water: [], waterways: [], buildings: [], credit: null };

/** More tiles than that are drawn of a lesser zoom. */
const MOST_TILES = 12;

/** Tiles and archives that stay decoded: plans of a district lie on the same ones. */
const MOST_KEPT = 200;
const keptTiles = new Map<string, Collected>();
const keptArchives = new Map<
  string,
  { readonly maxZoom: number; readonly credit: string | null }
>();

/**
 * Water and buildings of a municipality's base map (`basemap.pmtiles`, layers as in
 * `geodata/demo/basemap-layers`) within a box; nothing where there is none or it cannot be read.
 */
export async function readBaseGround(
  dataDir: string,
  code: string,
  box: Bbox,
): Promise<BaseGround> {
  const path = join(dataDir, 'basemaps', code, 'basemap.pmtiles');
  const file = await open(path).catch(() => null);
  if (file === null) return NOTHING;
  try {
    const { mtimeMs, size } = await file.stat();
    const key = `${path} ${mtimeMs} ${size}`;
    const archive = new PMTiles(new FileRange(file, key));
    const { maxZoom, credit } = await kept(keptArchives, key, () => aboutArchive(archive));
    const ground = { water: [], waterways: [], buildings: [] } as Collected;
    for (const [zoom, x, y] of tilesOf(box, maxZoom)) {
      const read = () => readTile(archive, [x, y, zoom]);
      const tile = await kept(keptTiles, `${key} ${zoom}/${x}/${y}`, read);
      ground.water.push(...tile.water.filter(([outer]) => reaches(outer, box)));
      ground.waterways.push(...tile.waterways.filter((line) => reaches(line, box)));
      ground.buildings.push(...tile.buildings.filter(([outer]) => reaches(outer, box)));
    }
    return { ...ground, credit };
  } catch {
    return NOTHING;
  } finally {
    await file.close();
  }
}

/** A tile is larger than most maps; what lies outside need not go to the thread that draws. */
function reaches(line: readonly Position[] | undefined, [west, south, east, north]: Bbox): boolean {
  const [left, bottom, right, top] = bboxOf(line ?? []);
  return left <= east && right >= west && bottom <= north && top >= south;
}

/** The oldest go first. */
async function kept<Value>(
  cache: Map<string, Value>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = await make();
  for (const oldest of cache.keys()) if (cache.size >= MOST_KEPT) cache.delete(oldest);
  cache.set(key, made);
  return made;
}

async function aboutArchive(archive: PMTiles) {
  const { maxZoom } = await archive.getHeader();
  const { attribution } = (await archive.getMetadata()) as { readonly attribution?: unknown };
  const credit = typeof attribution === 'string' ? attribution : '';
  return { maxZoom, credit: credit.replaceAll(/<[^>]*>/g, '').trim() || null };
}

async function readTile(archive: PMTiles, address: [number, number, number]): Promise<Collected> {
  const [x, y, zoom] = address;
  const ground = { water: [], waterways: [], buildings: [] } as Collected;
  const tile = await archive.getZxy(zoom, x, y);
  if (tile !== undefined) collect(new VectorTile(new PbfReader(tile.data)), address, ground);
  return ground;
}

interface Collected {
  readonly water: PolygonCoordinates[];
  readonly waterways: (readonly Position[])[];
  readonly buildings: PolygonCoordinates[];
}

function collect(tile: VectorTile, address: [number, number, number], ground: Collected): void {
  for (const name of ['water', 'waterway', 'building'] as const) {
    const layer = tile.layers[name];
    for (let index = 0; index < (layer?.length ?? 0); index++) {
      const { geometry } = layer!.feature(index).toGeoJSON(...address);
      const areas = name === 'building' ? ground.buildings : ground.water;
      if (geometry.type === 'Polygon') areas.push(geometry.coordinates.map(lineOf));
      else if (geometry.type === 'MultiPolygon')
        areas.push(...geometry.coordinates.map((rings) => rings.map(lineOf)));
      else if (geometry.type === 'LineString') ground.waterways.push(lineOf(geometry.coordinates));
      else if (geometry.type === 'MultiLineString')
        ground.waterways.push(...geometry.coordinates.map(lineOf));
    }
  }
}

const lineOf = (line: readonly (readonly number[])[]): Position[] =>
  line.map(([lng = 0, lat = 0]) => [lng, lat]);

/** Addresses of the tiles (zoom, x, y) that cover a box, of the greatest zoom that needs few. */
function tilesOf([west, south, east, north]: Bbox, maxZoom: number): [number, number, number][] {
  for (let zoom = maxZoom; zoom > 0; zoom--) {
    const [left, right] = [columnOf(west, zoom), columnOf(east, zoom)];
    const [top, bottom] = [rowOf(north, zoom), rowOf(south, zoom)];
    if ((right - left + 1) * (bottom - top + 1) > MOST_TILES) continue;
    const tiles: [number, number, number][] = [];
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++) tiles.push([zoom, x, y]);
    return tiles;
  }
  return [];
}

/** Web Mercator, EPSG:3857. */
const columnOf = (lng: number, zoom: number) => Math.floor(((lng + 180) / 360) * 2 ** zoom);
function rowOf(lat: number, zoom: number): number {
  const radians = (lat * Math.PI) / 180;
  const share = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
  return Math.floor(share * 2 ** zoom);
}
