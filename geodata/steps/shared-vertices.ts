import type { Position } from '#domain/geo/position';
import { NodeTable } from './osm/node-table.ts';

/** About 0.1 m: lines that meet may differ in the last digit. */
const CELLS_PER_DEGREE = 1e6;
const DEGREES_OF_A_TURN = 360;

/**
 * Where lines meet, in data that name no nodes: a vertex at the rounded coordinates of another line's, or
 * at an end of one. Add every line first, then ask.
 */
export class SharedVertices {
  readonly #cells = new NodeTable();
  #uses = new Uint8Array(1 << 12);

  /** `isJoinedAtEnds`: what passes under or over a bridge or tunnel does not meet it. */
  add(line: readonly Position[], isJoinedAtEnds: boolean): void {
    for (const [at, position] of line.entries()) {
      const isEnd = at === 0 || at === line.length - 1;
      if (isJoinedAtEnds && !isEnd) continue;
      const cell = this.#cells.add(keyOf(position));
      if (cell >= this.#uses.length) {
        const larger = new Uint8Array(2 * this.#uses.length);
        larger.set(this.#uses);
        this.#uses = larger;
      }
      this.#uses[cell] = Math.min(2, this.#uses[cell]! + (isEnd ? 2 : 1));
    }
  }

  isShared(position: Position): boolean {
    const cell = this.#cells.find(keyOf(position));
    return cell !== -1 && this.#uses[cell]! > 1;
  }
}

/** Name of the junction at a place: `at/135.123457,34.123457`. */
export function junctionAt([lng, lat]: Position): string {
  return `at/${lng.toFixed(6)},${lat.toFixed(6)}`;
}

/** One number for a cell; places 90 degrees apart may share it, which no file of roads spans. */
function keyOf([lng, lat]: Position): number {
  const column = Math.round(((lng + DEGREES_OF_A_TURN) % 90) * CELLS_PER_DEGREE);
  const row = Math.round(((lat + DEGREES_OF_A_TURN) % 90) * CELLS_PER_DEGREE);
  return column * 90 * CELLS_PER_DEGREE + row;
}
