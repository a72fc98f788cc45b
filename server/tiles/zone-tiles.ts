import { TILE_LAYERS } from '#contract/tiles';
import { type Phenomenon, ZONE_CLASSES, type ZoneClass } from '#domain/hazard/zone';
import { ByteWriter } from './byte-writer.ts';
import { GeometryCommands } from './geometry-commands.ts';
import { PixelCover } from './pixel-cover.ts';
import { PolygonCutter } from './polygon-cutter.ts';
import { type PolygonStore, PolygonStoreBuilder } from './polygon-store.ts';
import { frameOf, type TileAddress } from './tile-frame.ts';
import { GEOMETRY_POLYGON, LayerWriter } from './vector-tile.ts';

export interface TileZone {
  readonly id: string;
  readonly zoneClass: ZoneClass;
  readonly phenomenon: Phenomenon;
  readonly redNotSurveyed: boolean;
  /** Little-endian WKB of a (multi)polygon in degrees. */
  readonly geometry: Buffer;
}

type ZoneKind = Pick<TileZone, 'zoneClass' | 'phenomenon' | 'redNotSurveyed'>;

/** The zones of a municipality, ready to be cut into tiles. */
export interface ZoneTileStore {
  readonly polygons: PolygonStore;
  readonly ids: readonly string[];
  /** The kinds that occur, the graver last: later features are drawn over earlier ones. */
  readonly kinds: readonly ZoneKind[];
  /** Place in `kinds` of each zone. */
  readonly kindOf: Uint8Array;
}

/** Takes zones in batches, so that laying out tens of thousands does not hold up requests. */
export class ZoneTileStoreBuilder {
  readonly #polygons = new PolygonStoreBuilder();
  readonly #zones: (ZoneKind & { readonly id: string })[] = [];

  add({ geometry, ...zone }: TileZone): void {
    this.#polygons.add(geometry);
    this.#zones.push(zone);
  }

  finish(): ZoneTileStore {
    const keys = [...new Map(this.#zones.map((zone) => [keyOf(zone), zone])).values()];
    const kinds = keys.sort(byGravity);
    const places = new Map(kinds.map((kind, place) => [keyOf(kind), place]));
    return {
      polygons: this.#polygons.finish(),
      ids: this.#zones.map(({ id }) => id),
      kinds,
      kindOf: Uint8Array.from(this.#zones, (zone) => places.get(keyOf(zone)) ?? 0),
    };
  }
}

/**
 * Layer `zones` of one tile: a feature for each zone, and one without an id for each kind whose zones
 * are too small to be drawn at this zoom (see PixelCover).
 */
export function encodeZoneTile(store: ZoneTileStore, address: TileAddress): Uint8Array {
  const layer = new LayerWriter(TILE_LAYERS.zones);
  const commands = new GeometryCommands(layer.geometry);
  const cutter = new PolygonCutter(store.polygons, frameOf(address));
  const byKind: number[][] = store.kinds.map(() => []);
  for (const zone of cutter.find()) byKind[store.kindOf[zone]!]!.push(zone);
  for (const [place, zones] of byKind.entries()) {
    const kind = store.kinds[place]!;
    const cover = new PixelCover();
    for (const zone of zones) {
      commands.begin();
      if (!cutter.write(zone, commands, cover)) continue;
      layer.property('id', store.ids[zone]!);
      endZone(layer, kind);
    }
    if (cover.isEmpty) continue;
    commands.begin();
    cover.write(commands);
    endZone(layer, kind);
  }
  const tile = new ByteWriter();
  layer.appendTo(tile);
  return tile.finish();
}

function endZone(layer: LayerWriter, kind: ZoneKind): void {
  layer.property('zoneClass', kind.zoneClass);
  layer.property('phenomenon', kind.phenomenon);
  layer.property('redNotSurveyed', kind.redNotSurveyed ? 1 : 0);
  layer.endFeature(GEOMETRY_POLYGON);
}

function keyOf({ zoneClass, phenomenon, redNotSurveyed }: ZoneKind): string {
  return `${zoneClass} ${phenomenon} ${redNotSurveyed}`;
}

function byGravity(a: ZoneKind, b: ZoneKind): number {
  const order = ZONE_CLASSES.indexOf(b.zoneClass) - ZONE_CLASSES.indexOf(a.zoneClass);
  return order || (keyOf(a) < keyOf(b) ? -1 : 1);
}
