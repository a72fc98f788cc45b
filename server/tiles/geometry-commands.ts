import type { ByteWriter } from './byte-writer.ts';

const MOVE_TO_ONE = (1 << 3) | 1;
const LINE_TO = 2;
const CLOSE_PATH = (1 << 3) | 7;

/** Writes the geometry of one feature as commands with differences (specification 4.3). */
export class GeometryCommands {
  readonly #writer: ByteWriter;
  #x = 0;
  #y = 0;

  constructor(writer: ByteWriter) {
    this.#writer = writer;
  }

  /** Begins the next feature: its first position is told from the tile's corner again. */
  begin(): void {
    this.#x = 0;
    this.#y = 0;
  }

  point(x: number, y: number): void {
    this.#writer.varint(MOVE_TO_ONE);
    this.#difference(x, y);
  }

  /** A line of at least two vertices, as x, y pairs. */
  line(coordinates: readonly number[]): void {
    this.#writer.varint(MOVE_TO_ONE);
    this.#difference(coordinates[0]!, coordinates[1]!);
    this.#writer.varint(((coordinates.length / 2 - 1) << 3) | LINE_TO);
    for (let place = 2; place < coordinates.length; place += 2)
      this.#difference(coordinates[place]!, coordinates[place + 1]!);
  }

  /** A ring of at least three vertices, as x, y pairs without the closing one. */
  ring(coordinates: Int32Array, vertexCount: number): void {
    this.#writer.varint(MOVE_TO_ONE);
    this.#difference(coordinates[0]!, coordinates[1]!);
    this.#writer.varint(((vertexCount - 1) << 3) | LINE_TO);
    for (let place = 2; place < 2 * vertexCount; place += 2)
      this.#difference(coordinates[place]!, coordinates[place + 1]!);
    this.#writer.varint(CLOSE_PATH);
  }

  #difference(x: number, y: number): void {
    const dx = x - this.#x;
    const dy = y - this.#y;
    this.#writer.varint((dx << 1) ^ (dx >> 31));
    this.#writer.varint((dy << 1) ^ (dy >> 31));
    this.#x = x;
    this.#y = y;
  }
}
