import { TILE_LAYERS } from '#contract/tiles';
import type { Position } from '#domain/geo/position';
import type { Relation } from '#domain/hazard/relation';
import type { ShelterKind } from '#domain/shelter/shelter';
import { ByteWriter } from './byte-writer.ts';
import { GeometryCommands } from './geometry-commands.ts';
import { buildPointStore, type PointStore, pointsInTile } from './point-store.ts';
import { frameOf, type TileAddress } from './tile-frame.ts';
import { GEOMETRY_POINT, LayerWriter } from './vector-tile.ts';

export interface TileShelter {
  readonly id: string;
  readonly kind: ShelterKind;
  readonly name: string;
  readonly position: Position;
  /** null = the list carries no hazard flags. */
  readonly designatedForLandslide: boolean | null;
  readonly redRelation: Relation;
  readonly relation: Relation;
}

export interface ShelterTileStore {
  readonly points: PointStore;
  readonly shelters: readonly TileShelter[];
}

export function buildShelterTileStore(shelters: readonly TileShelter[]): ShelterTileStore {
  return { points: buildPointStore(shelters.map(({ position }) => position)), shelters };
}

/** Layer `shelters` of one tile. */
export function encodeShelterTile(store: ShelterTileStore, address: TileAddress): Uint8Array {
  const layer = new LayerWriter(TILE_LAYERS.shelters);
  const commands = new GeometryCommands(layer.geometry);
  for (const { place, x, y } of pointsInTile(store.points, frameOf(address))) {
    const shelter = store.shelters[place]!;
    commands.begin();
    commands.point(x, y);
    layer.property('id', shelter.id);
    layer.property('kind', shelter.kind);
    layer.property('name', shelter.name);
    layer.property('landslide', inWords(shelter.designatedForLandslide));
    layer.property('red', shelter.redRelation);
    layer.property('relation', shelter.relation);
    layer.endFeature(GEOMETRY_POINT);
  }
  const tile = new ByteWriter();
  layer.appendTo(tile);
  return tile.finish();
}

function inWords(designated: boolean | null): 'yes' | 'no' | 'unknown' {
  return designated === null ? 'unknown' : designated ? 'yes' : 'no';
}
