import { NumberList } from '#domain/hazard/number-list';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import { pointsOfPart } from '../route/part-line.ts';
import { type EndTree, findBestEnd } from './best-end.ts';
import {
  type ChainPlace,
  directWay,
  partsBetween,
  partsFromEnd,
  partsToEnd,
} from './chain-places.ts';

/** The lines of many routes in flat arrays, to be posted or written without an object for each vertex. */
export interface RouteLines {
  /** Packed costs; Infinity where there is no route. */
  readonly costs: Float64Array;
  /** Number of the destination; -1 where there is no route. */
  readonly destinations: Int32Array;
  /** Vertices of route r: firstVertices[r] … firstVertices[r + 1] - 1; none where there is no route. */
  readonly firstVertices: Uint32Array;
  /** coordinates[2v …]: lng, lat in degrees. */
  readonly coordinates: Float64Array;
}

/** Room for the chains that a route begins and ends on; more is made where it is not enough. */
const NUMBERS_AT_ENDS = 32;

/** Draws the way from each place to its best destination. */
export function drawRoutes(tree: EndTree, places: readonly ChainPlace[]): RouteLines {
  const costs = new Float64Array(places.length).fill(Infinity);
  const destinations = new Int32Array(places.length).fill(-1);
  const firstVertices = new Uint32Array(places.length + 1);
  const found = places.map((place) => findBestEnd(tree, place));
  const pen = new Pen(tree);
  pen.makeRoom(found.flatMap((best) => best?.by?.core ?? []));
  for (const [at, place] of places.entries()) {
    firstVertices[at] = pen.vertexCount;
    pen.lift();
    const best = found[at] ?? null;
    if (best === null) continue;
    costs[at] = best.cost;
    destinations[at] = best.end;
    const to = tree.ends[best.end]!;
    if (best.by === null) {
      const way = directWay(tree.metric, place, to)!;
      pen.drawParts(partsBetween(tree.metric, place, to, way.isAlong));
      continue;
    }
    pen.drawParts(partsToEnd(tree.metric, place, best.by.isAlong));
    const seedCore = pen.drawTree(best.by.core, at, firstVertices);
    if (seedCore === null) continue;
    const cost = tree.tree.costs[seedCore];
    const stop = tree.seeds[best.end]!.find(
      (seed) => seed.core === seedCore && seed.cost === cost,
    )!;
    pen.drawParts(partsFromEnd(tree.metric, to, stop.isAlong));
  }
  firstVertices[places.length] = pen.vertexCount;
  return { costs, destinations, firstVertices, coordinates: pen.finish() };
}

/** Writes vertices; where one road goes on as the next their common vertex is written once. */
class Pen {
  readonly #tree: EndTree;
  readonly #out = new NumberList();
  /** The line that went by a core, -1 for none, and where in the numbers it goes on from there. */
  readonly #lineOfCore: Int32Array;
  readonly #placeOfCore: Float64Array;
  #isDown = false;

  constructor(tree: EndTree) {
    this.#tree = tree;
    this.#lineOfCore = new Int32Array(tree.tree.costs.length).fill(-1);
    this.#placeOfCore = new Float64Array(tree.tree.costs.length);
  }

  get vertexCount(): number {
    return this.#out.length / 2;
  }

  finish(): Float64Array {
    return this.#out.values.subarray(0, this.#out.length);
  }

  /** Makes room once for all that is to be drawn, but for the ends of routes. */
  makeRoom(cores: readonly number[]): void {
    const { metric, tree } = this.#tree;
    const { arcWays, chainFirst, chainRoads } = metric.topology;
    const { firstVertices } = metric.table;
    const verticesFrom = new Uint32Array(tree.costs.length);
    for (const core of tree.order) {
      if (tree.parents[core]! < 0) continue;
      const chain = arcWays[tree.arcs[core]!]! >> 1;
      let vertices = verticesFrom[tree.parents[core]!]!;
      for (let place = chainFirst[chain]!; place < chainFirst[chain + 1]!; place += 1) {
        const road = chainRoads[place]! >> 1;
        vertices += firstVertices[road + 1]! - firstVertices[road]! - 1;
      }
      verticesFrom[core] = vertices;
    }
    let numbers = 0;
    for (const core of cores) numbers += 2 * verticesFrom[core]! + NUMBERS_AT_ENDS;
    this.#out.reserve(numbers);
  }

  /** Begins a new line. */
  lift(): void {
    this.#isDown = false;
  }

  drawParts(parts: readonly RoadPart[]): void {
    for (const part of parts) this.#drawPart(part);
  }

  #drawPart(part: RoadPart): void {
    const { table } = this.#tree.metric;
    const { road, fromMeters, toMeters } = part;
    const lengthMeters = table.lengthsMeters[road]!;
    if (fromMeters === 0 && toMeters === lengthMeters) this.#drawRoad(road, true);
    else if (fromMeters === lengthMeters && toMeters === 0) this.#drawRoad(road, false);
    else if (table.firstVertices[road + 1]! - table.firstVertices[road]! === 2) {
      if (!this.#isDown) this.#drawBetween(road, fromMeters / lengthMeters);
      this.#drawBetween(road, toMeters / lengthMeters);
    } else
      for (const [at, { position }] of pointsOfPart(table, part).entries()) {
        if (at === 0 && this.#isDown) continue;
        this.#out.push(position[0]);
        this.#out.push(position[1]);
      }
    this.#isDown = true;
  }

  /** A place on a road of one straight piece. */
  #drawBetween(road: number, part: number): void {
    const { firstVertices, coordinates } = this.#tree.metric.table;
    const at = 2 * firstVertices[road]!;
    const lng = coordinates[at]!;
    const lat = coordinates[at + 1]!;
    this.#out.push(lng + part * (coordinates[at + 2]! - lng));
    this.#out.push(lat + part * (coordinates[at + 3]! - lat));
  }

  /**
   * The chains from a core to its seed, whose core is answered. Once it comes to a core that a line before
   * went by, the rest of that line is copied, to its end: then null. The streets near a shelter are walked
   * by everybody and drawn once.
   */
  drawTree(fromCore: number, line: number, firstVertices: Uint32Array): number | null {
    const { parents, arcs } = this.#tree.tree;
    const { arcWays } = this.#tree.metric.topology;
    const out = this.#out;
    let core = fromCore;
    for (;;) {
      const known = this.#lineOfCore[core]!;
      if (known >= 0) {
        const from = this.#placeOfCore[core]!;
        const to = 2 * firstVertices[known + 1]!;
        out.reserve(to - from);
        out.values.copyWithin(out.length, from, to);
        out.length += to - from;
        return null;
      }
      this.#lineOfCore[core] = line;
      this.#placeOfCore[core] = out.length;
      if (parents[core]! < 0) return core;
      const way = arcWays[arcs[core]!]!;
      this.#drawChain(way >> 1, (way & 1) === 1);
      core = parents[core]!;
    }
  }

  #drawChain(chain: number, isAlong: boolean): void {
    const { chainFirst, chainRoads } = this.#tree.metric.topology;
    const first = chainFirst[chain]!;
    const end = chainFirst[chain + 1]!;
    if (isAlong)
      for (let place = first; place < end; place += 1)
        this.#drawRoad(chainRoads[place]! >> 1, (chainRoads[place]! & 1) === 0);
    else
      for (let place = end - 1; place >= first; place -= 1)
        this.#drawRoad(chainRoads[place]! >> 1, (chainRoads[place]! & 1) === 1);
  }

  #drawRoad(road: number, isWithLine: boolean): void {
    const { firstVertices, coordinates } = this.#tree.metric.table;
    const skipped = this.#isDown ? 2 : 0;
    const first = 2 * firstVertices[road]!;
    const end = 2 * firstVertices[road + 1]!;
    const out = this.#out;
    out.reserve(end - first);
    const { values } = out;
    let at = out.length;
    if (isWithLine)
      for (let from = first + skipped; from < end; from += 1) values[at++] = coordinates[from]!;
    else
      for (let from = end - 2 - skipped; from >= first; from -= 2) {
        values[at++] = coordinates[from]!;
        values[at++] = coordinates[from + 1]!;
      }
    out.length = at;
    this.#isDown = true;
  }
}
