import Flatbush from 'flatbush';
import type { Position } from '#domain/geo/position';
import { worldX, worldY } from './mercator.ts';
import type { TileFrame } from './tile-frame.ts';

/** Points in world units with a tree over them. */
export interface PointStore {
  readonly xs: Uint32Array;
  readonly ys: Uint32Array;
  readonly tree: Flatbush | null;
}

export function buildPointStore(positions: readonly Position[]): PointStore {
  const xs = Uint32Array.from(positions, ([lng]) => worldX(lng));
  const ys = Uint32Array.from(positions, ([, lat]) => worldY(lat));
  if (positions.length === 0) return { xs, ys, tree: null };
  const tree = new Flatbush(positions.length);
  for (const [place, x] of xs.entries()) tree.add(x, ys[place]!, x, ys[place]!);
  tree.finish();
  return { xs, ys, tree };
}

/** A point of the store as a tile has it: its place in the store, and whole units of the tile. */
interface TilePoint {
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

/** The points in a tile and its buffer, in the order of the store. */
export function pointsInTile(store: PointStore, frame: TileFrame): TilePoint[] {
  const { west, north, east, south, originX, originY, unit } = frame;
  const places = store.tree?.search(west, north, east, south) ?? [];
  return places
    .sort((a, b) => a - b)
    .map((place) => ({
      place,
      x: Math.round((store.xs[place]! - originX) / unit),
      y: Math.round((store.ys[place]! - originY) / unit),
    }));
}
