import Flatbush from 'flatbush';
import { MIN_ROAD_ZOOM, TILE_LAYERS } from '#contract/tiles';
import { PHENOMENA, type Phenomenon } from '#domain/hazard/zone';
import { ROAD_KINDS, type RoadKind } from '#domain/road/road';
import { kindsOnRoad, redBitsOf } from '#domain/routing/closures';
import { ROAD_FLAGS } from '#domain/routing/graph/road-table';
import { textAt } from '#domain/text/packed-texts';
import type { SharedNetwork } from '../services/routing/shared-network.ts';
import { ByteWriter } from './byte-writer.ts';
import { clipLine } from './clip-line.ts';
import { GeometryCommands } from './geometry-commands.ts';
import { latOfWorld, lngOfWorld, worldX, worldY } from './mercator.ts';
import { frameOf, type TileAddress, type TileFrame } from './tile-frame.ts';
import { GEOMETRY_LINE, LayerWriter } from './vector-tile.ts';

/** The roads as they are searched, drawn from the very arrays. */
export interface RoadTileStore {
  readonly network: SharedNetwork;
  readonly tree: Flatbush | null;
}

export function openRoadTileStore(network: SharedNetwork): RoadTileStore {
  return { network, tree: network.tree === null ? null : Flatbush.from(network.tree) };
}

/** From which zoom on a kind is drawn; a road with metres inside a red zone always is. */
const FIRST_ZOOMS: Readonly<Partial<Record<RoadKind, number>>> = {
  motorway: MIN_ROAD_ZOOM,
  trunk: MIN_ROAD_ZOOM,
  primary: MIN_ROAD_ZOOM,
  secondary: MIN_ROAD_ZOOM,
  tertiary: MIN_ROAD_ZOOM,
  street: 13,
};
const LAST_FIRST_ZOOM = 14;

const RED_BITS = redBitsOf();
const RED_KEYS: Readonly<Record<Phenomenon, string>> = {
  'slope-failure': 'redSlopeFailure',
  'debris-flow': 'redDebrisFlow',
  landslide: 'redLandslide',
};
const RED_BY_PHENOMENON = PHENOMENA.map((one) => ({ key: RED_KEYS[one], bits: redBitsOf(one) }));

/** Layer `roads` of one tile. */
export function encodeRoadTile({ network, tree }: RoadTileStore, address: TileAddress): Uint8Array {
  if (address.z < MIN_ROAD_ZOOM || tree === null) return new Uint8Array();
  const frame = frameOf(address);
  const layer = new LayerWriter(TILE_LAYERS.roads);
  const commands = new GeometryCommands(layer.geometry);
  const found = tree.search(
    lngOfWorld(frame.west),
    latOfWorld(frame.south),
    lngOfWorld(frame.east),
    latOfWorld(frame.north),
  );
  for (const road of found.sort((a, b) => a - b)) {
    const kind = ROAD_KINDS[network.table.kindCodes[road]!]!;
    const onRoad = kindsOnRoad(network.exposure, road);
    const isDrawn = address.z >= (FIRST_ZOOMS[kind] ?? LAST_FIRST_ZOOM);
    if (!isDrawn && (onRoad & RED_BITS) === 0) continue;
    const parts = partsInTile(network, road, frame);
    if (parts.length === 0) continue;
    commands.begin();
    for (const part of parts) commands.line(part);
    writeProperties(layer, network, road, kind, onRoad);
    layer.endFeature(GEOMETRY_LINE);
  }
  const tile = new ByteWriter();
  layer.appendTo(tile);
  return tile.finish();
}

/** In whole units of the tile, without vertices that fall on the one before. */
function partsInTile(
  { table: { firstVertices, coordinates } }: SharedNetwork,
  road: number,
  frame: TileFrame,
): number[][] {
  const line: number[] = [];
  for (let vertex = firstVertices[road]!; vertex < firstVertices[road + 1]!; vertex += 1)
    line.push(worldX(coordinates[2 * vertex]!), worldY(coordinates[2 * vertex + 1]!));
  return clipLine(line, frame).flatMap((part) => {
    const units: number[] = [];
    for (let at = 0; at < part.length; at += 2) {
      const x = Math.round((part[at]! - frame.originX) / frame.unit);
      const y = Math.round((part[at + 1]! - frame.originY) / frame.unit);
      if (x !== units.at(-2) || y !== units.at(-1)) units.push(x, y);
    }
    return units.length < 4 ? [] : [units];
  });
}

function writeProperties(
  layer: LayerWriter,
  { table, names }: SharedNetwork,
  road: number,
  kind: RoadKind,
  onRoad: number,
): void {
  layer.property('id', textAt(table.roadIds, road));
  layer.property('kind', kind);
  const name = table.nameCodes[road]!;
  if (name >= 0) layer.property('name', textAt(names, name));
  const least = table.leastWidthsMeters[road]!;
  const most = table.mostWidthsMeters[road]!;
  if (Number.isNaN(least)) layer.property('width', 'unknown');
  else {
    layer.property('width', least === most ? 'known' : 'straddling');
    layer.property('least', Math.round(10 * least));
    if (most < Infinity) layer.property('most', Math.round(10 * most));
  }
  const flags = table.flags[road]!;
  layer.property('bridge', (flags & ROAD_FLAGS.bridge) === 0 ? 0 : 1);
  layer.property('tunnel', (flags & ROAD_FLAGS.tunnel) === 0 ? 0 : 1);
  layer.property('red', (onRoad & RED_BITS) === 0 ? 0 : 1);
  for (const { key, bits } of RED_BY_PHENOMENON) layer.property(key, (onRoad & bits) === 0 ? 0 : 1);
}
