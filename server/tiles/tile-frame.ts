import { TILE_EXTENT } from '#contract/tiles';
import { WORLD_UNITS } from './mercator.ts';

/** Address of a tile: zoom, column from the west, row from the north. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Units that a tile carries beyond its edge, so that outlines and symbols are not cut at it. */
export const TILE_BUFFER = 64;

/** One tile's place in the world: how world units become the units of the tile. */
export interface TileFrame {
  readonly zoom: number;
  /** World units of the tile's north-west corner. */
  readonly originX: number;
  readonly originY: number;
  /** World units in one tile unit. */
  readonly unit: number;
  /** The tile with its buffer, in world units. */
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

export function frameOf({ z, x, y }: TileAddress): TileFrame {
  const width = WORLD_UNITS / 2 ** z;
  const unit = width / TILE_EXTENT;
  const buffer = TILE_BUFFER * unit;
  return {
    zoom: z,
    originX: x * width,
    originY: y * width,
    unit,
    west: x * width - buffer,
    north: y * width - buffer,
    east: (x + 1) * width + buffer,
    south: (y + 1) * width + buffer,
  };
}
