import type { Place } from '../frame.ts';
import type { Grid } from '../ground/grid.ts';
import { type Area, areasOf } from './area.ts';
import { simplifiedLine } from './ring.ts';

/** Borders between the labels of a raster, smoothed once for both sides, so that neighbours fit together. */
export interface LabelAreas {
  readonly areas: ReadonlyMap<number, readonly Area[]>;
  /** Lines between two labels (not those to the outside). */
  readonly borders: readonly (readonly Place[])[];
}

interface Arc {
  readonly vertices: readonly number[];
  readonly points: readonly Place[];
}

const SMOOTHING_PASSES = 5;

/**
 * Areas of equal label (0 and up; −1 is outside), with smooth borders that two neighbours share point
 * by point.
 */
export function labelAreas(grid: Grid, labels: Int32Array, toleranceMeters: number): LabelAreas {
  const lattice = new Lattice(grid, labels);
  const arcOf = new Map<number, Arc>();
  const borders: Place[][] = [];
  for (const vertices of lattice.arcs()) {
    const isLoop = vertices[0] === vertices.at(-1);
    const points = simplifiedLine(
      smoothedArc(
        vertices.map((vertex) => lattice.placeOf(vertex)),
        isLoop,
      ),
      toleranceMeters,
    );
    const arc: Arc = { vertices, points };
    for (let i = 1; i < vertices.length; i += 1)
      arcOf.set(lattice.edgeKey(vertices[i - 1]!, vertices[i]!), arc);
    if (!lattice.isOuter(vertices[0]!, vertices[1]!)) borders.push([...points]);
  }
  const areas = new Map<number, readonly Area[]>();
  for (const [label, loops] of lattice.loops()) {
    const rings = loops
      .map((loop) => ringOf(loop, lattice, arcOf))
      .filter((ring) => ring.length >= 3);
    areas.set(label, areasOf(rings));
  }
  return { areas, borders };
}

/** A closed walk over vertices as a ring, each arc's smooth line in place of its steps. */
function ringOf(
  loop: readonly number[],
  lattice: Lattice,
  arcOf: ReadonlyMap<number, Arc>,
): Place[] {
  // Begin where an arc begins, so that none is cut in two.
  const start = Math.max(
    0,
    loop.findIndex((vertex) => lattice.isNode(vertex)),
  );
  const walk = [...loop.slice(start), ...loop.slice(0, start)];
  const ring: Place[] = [];
  for (let i = 0; i < walk.length; ) {
    const from = walk[i]!;
    const to = walk[(i + 1) % walk.length]!;
    const arc = arcOf.get(lattice.edgeKey(from, to));
    if (arc === undefined)
      throw new Error(`label areas: no border between vertices ${from} and ${to}`);
    const { vertices, points } = arc;
    const at = vertices.indexOf(from);
    const isForward = vertices[at + 1] === to || (at === 0 && vertices[1] === to);
    const line = isForward ? points : [...points].reverse();
    ring.push(...line.slice(0, -1));
    i += vertices.length - 1;
  }
  return ring;
}

function smoothedArc(points: readonly Place[], isLoop: boolean): Place[] {
  let line = [...points];
  const last = line.length - 1;
  for (let pass = 0; pass < SMOOTHING_PASSES; pass += 1) {
    const before = line;
    line = before.map((point, i) => {
      if (!isLoop && (i === 0 || i === last)) return point;
      const a = before[i === 0 ? last - 1 : i - 1]!;
      const b = before[i === last ? 1 : i + 1]!;
      return { x: (a.x + 2 * point.x + b.x) / 4, y: (a.y + 2 * point.y + b.y) / 4 };
    });
  }
  return line;
}

/** The corners of a raster's cells and the sides between unlike cells. */
class Lattice {
  readonly #grid: Grid;
  readonly #labels: Int32Array;
  readonly #wide: number;

  constructor(grid: Grid, labels: Int32Array) {
    this.#grid = grid;
    this.#labels = labels;
    this.#wide = grid.columns + 1;
  }

  placeOf(vertex: number): Place {
    const column = vertex % this.#wide;
    return {
      x: column * this.#grid.cellMeters,
      y: ((vertex - column) / this.#wide) * this.#grid.cellMeters,
    };
  }

  edgeKey(a: number, b: number): number {
    return Math.min(a, b) * 2 + (Math.abs(a - b) === 1 ? 0 : 1);
  }

  /** Whether one side of a step is outside. */
  isOuter(a: number, b: number): boolean {
    const [left, right] = this.#sides(a, b);
    return left < 0 || right < 0;
  }

  /** Three or four borders meet at a node. */
  isNode(vertex: number): boolean {
    return this.#next(vertex).length !== 2;
  }

  /** All borders from node to node, and closed ones. */
  *arcs(): Generator<number[]> {
    const done = new Set<number>();
    const follow = (start: number, next: number) => {
      const vertices = [start, next];
      done.add(this.edgeKey(start, next));
      for (let from = start, at = next; !this.isNode(at) && at !== start; ) {
        const onward = this.#next(at).find((vertex) => vertex !== from) ?? from;
        done.add(this.edgeKey(at, onward));
        vertices.push(onward);
        from = at;
        at = onward;
      }
      return vertices;
    };
    const count = this.#wide * (this.#grid.rows + 1);
    for (const wantsNode of [true, false])
      for (let vertex = 0; vertex < count; vertex += 1) {
        const nexts = this.#next(vertex);
        if (nexts.length === 0 || this.isNode(vertex) !== wantsNode) continue;
        for (const next of nexts)
          if (!done.has(this.edgeKey(vertex, next))) yield follow(vertex, next);
      }
  }

  /** For each label the closed walks around its cells, the label on the left. */
  loops(): Map<number, number[][]> {
    const steps = new Map<number, Map<number, number[]>>();
    const count = this.#wide * (this.#grid.rows + 1);
    for (let vertex = 0; vertex < count; vertex += 1)
      for (const next of this.#next(vertex)) {
        const [label] = this.#sides(vertex, next);
        if (label < 0) continue;
        const ofLabel = steps.get(label) ?? new Map<number, number[]>();
        steps.set(label, ofLabel);
        ofLabel.set(vertex, [...(ofLabel.get(vertex) ?? []), next]);
      }
    const loops = new Map<number, number[][]>();
    for (const [label, ofLabel] of [...steps].sort(([a], [b]) => a - b)) {
      const found: number[][] = [];
      for (const start of ofLabel.keys())
        while ((ofLabel.get(start)?.length ?? 0) > 0) found.push(walkFrom(start, ofLabel));
      loops.set(label, found);
    }
    return loops;
  }

  #next(vertex: number): number[] {
    const column = vertex % this.#wide;
    const row = (vertex - column) / this.#wide;
    const found: number[] = [];
    if (column < this.#grid.columns && this.#differs(vertex, vertex + 1)) found.push(vertex + 1);
    if (row < this.#grid.rows && this.#differs(vertex, vertex + this.#wide))
      found.push(vertex + this.#wide);
    if (column > 0 && this.#differs(vertex - 1, vertex)) found.push(vertex - 1);
    if (row > 0 && this.#differs(vertex - this.#wide, vertex)) found.push(vertex - this.#wide);
    return found;
  }

  #differs(a: number, b: number): boolean {
    const [left, right] = this.#sides(a, b);
    return left !== right;
  }

  /** Labels to the left and the right of a step. */
  #sides(a: number, b: number): readonly [number, number] {
    const column = Math.min(a, b) % this.#wide;
    const row = Math.floor(Math.min(a, b) / this.#wide);
    const isEast = Math.abs(a - b) === 1;
    const first = this.#label(column, row);
    const second = isEast ? this.#label(column, row - 1) : this.#label(column - 1, row);
    // Going east the left is the cell to the north; going north it is the cell to the west.
    const [left, right] = isEast ? [first, second] : [second, first];
    return b > a ? [left, right] : [right, left];
  }

  #label(column: number, row: number): number {
    const { columns, rows } = this.#grid;
    if (column < 0 || row < 0 || column >= columns || row >= rows) return -1;
    return this.#labels[row * columns + column]!;
  }
}

function walkFrom(start: number, steps: Map<number, number[]>): number[] {
  const loop: number[] = [];
  for (let at = start; ; ) {
    const nexts = steps.get(at) ?? [];
    const next = nexts.length > 1 ? leftmost(loop.at(-1), at, nexts) : nexts[0];
    if (next === undefined) return loop;
    steps.set(
      at,
      nexts.filter((one) => one !== next),
    );
    loop.push(at);
    at = next;
    if (at === start) return loop;
  }
}

/** At a corner where the label's cells meet only by their tips: turn left, which stays with the same cell. */
function leftmost(
  before: number | undefined,
  at: number,
  nexts: readonly number[],
): number | undefined {
  if (before === undefined) return nexts[0];
  const straight = at - before;
  return nexts.find((next) => next - at !== straight && isLeft(straight, next - at)) ?? nexts[0];
}

function isLeft(straight: number, turn: number): boolean {
  // East (+1) turns left to the north (+wide), north to the west (−1), west to the south, south to the east.
  if (straight === 1) return turn > 1;
  if (straight > 1) return turn === -1;
  if (straight === -1) return turn < -1;
  return turn === 1;
}
