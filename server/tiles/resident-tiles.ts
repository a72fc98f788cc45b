import Supercluster from 'supercluster';
import { RESIDENT_CLUSTER_MAX_ZOOM, TILE_EXTENT, TILE_LAYERS } from '#contract/tiles';
import type { Position } from '#domain/geo/position';
import type { Relation } from '#domain/hazard/relation';
import type { Accuracy } from '#domain/resident/accuracy';
import { ByteWriter } from './byte-writer.ts';
import { GeometryCommands } from './geometry-commands.ts';
import type { TileAddress } from './tile-frame.ts';
import { GEOMETRY_POINT, LayerWriter } from './vector-tile.ts';

/** What the map may know of a person: an id and what the symbol shows. No name, no address. */
export interface TileResident {
  readonly id: string;
  readonly position: Position;
  readonly tier: number;
  readonly redRelation: Relation;
  readonly relation: Relation;
  readonly powerDependent: boolean | null;
  readonly accuracy: Accuracy;
}

type Symbol = Omit<TileResident, 'position'>;
interface Sums {
  tier1: number;
  insideRed: number;
}

export type ResidentTileStore = Supercluster<Symbol, Sums>;

/** People nearer to each other than this on the screen are drawn as one cluster. */
const CLUSTER_RADIUS_UNITS = 48 * (TILE_EXTENT / 512);

/** Clusters the residents for every zoom below that from which they are drawn one by one. */
export function buildResidentTileStore(residents: readonly TileResident[]): ResidentTileStore {
  const store: ResidentTileStore = new Supercluster<Symbol, Sums>({
    radius: CLUSTER_RADIUS_UNITS,
    extent: TILE_EXTENT,
    maxZoom: RESIDENT_CLUSTER_MAX_ZOOM - 1,
    map: ({ tier, redRelation }) => ({
      tier1: tier === 1 ? 1 : 0,
      insideRed: redRelation === 'inside' ? 1 : 0,
    }),
    reduce: (sums, { tier1, insideRed }) => {
      sums.tier1 += tier1;
      sums.insideRed += insideRed;
    },
  });
  return store.load(
    residents.map(({ position: [lng, lat], ...properties }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties,
    })),
  );
}

/** Layer `residents` of one tile: single people, and clusters with their sums. */
export function encodeResidentTile(store: ResidentTileStore, { z, x, y }: TileAddress): Uint8Array {
  const layer = new LayerWriter(TILE_LAYERS.residents);
  const commands = new GeometryCommands(layer.geometry);
  for (const { geometry, tags } of store.getTile(z, x, y)?.features ?? []) {
    const [point] = geometry;
    if (point === undefined || !tags) continue;
    commands.begin();
    commands.point(Math.round(point[0]), Math.round(point[1]));
    if ('cluster' in tags) {
      layer.property('cluster', 1);
      layer.property('count', tags.point_count);
      layer.property('tier1', tags.tier1);
      layer.property('insideRed', tags.insideRed);
    } else writeSymbol(layer, tags);
    layer.endFeature(GEOMETRY_POINT);
  }
  const tile = new ByteWriter();
  layer.appendTo(tile);
  return tile.finish();
}

function writeSymbol(layer: LayerWriter, resident: Symbol): void {
  layer.property('id', resident.id);
  layer.property('tier', resident.tier);
  layer.property('red', resident.redRelation);
  layer.property('relation', resident.relation);
  layer.property('power', resident.powerDependent === true ? 1 : 0);
  layer.property('accuracy', resident.accuracy);
}
