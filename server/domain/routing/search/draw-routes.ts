import { NumberList } from '#domain/hazard/number-list';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import { pointsOfPart } from '../route/part-line.ts';
import { type DestinationTree, findBestDestination } from './best-destination.ts';
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

/** Draws the way from each place to its best destination. */
export function drawRoutes(tree: DestinationTree, places: readonly ChainPlace[]): RouteLines {
  const costs = new Float64Array(places.length).fill(Infinity);
  const destinations = new Int32Array(places.length).fill(-1);
  const firstVertices = new Uint32Array(places.length + 1);
  const pen = new Pen(tree);
  for (const [at, place] of places.entries()) {
    firstVertices[at] = pen.vertexCount;
    const best = findBestDestination(tree, place);
    if (best === null) continue;
    costs[at] = best.cost;
    destinations[at] = best.destination;
    const to = tree.destinations[best.destination]!;
    if (best.by === null) {
      const way = directWay(tree.metric, place, to)!;
      pen.drawParts(partsBetween(tree.metric, place, to, way.isAlong));
      continue;
    }
    pen.drawParts(partsToEnd(tree.metric, place, best.by.isAlong));
    const seedCore = pen.drawTree(best.by.core);
    const cost = tree.tree.costs[seedCore];
    const stop = tree.seeds[best.destination]!.find(
      (seed) => seed.core === seedCore && seed.cost === cost,
    )!;
    pen.drawParts(partsFromEnd(tree.metric, to, stop.isAlong));
  }
  firstVertices[places.length] = pen.vertexCount;
  return { costs, destinations, firstVertices, coordinates: pen.finish() };
}

/** Vertices where two lines meet are written twice: a double is drawn as nothing, and found by nobody. */
class Pen {
  readonly #tree: DestinationTree;
  readonly #out = new NumberList();

  constructor(tree: DestinationTree) {
    this.#tree = tree;
  }

  get vertexCount(): number {
    return this.#out.length / 2;
  }

  finish(): Float64Array {
    return this.#out.toFloat64Array();
  }

  drawParts(parts: readonly RoadPart[]): void {
    for (const part of parts)
      for (const { position } of pointsOfPart(this.#tree.metric.table, part)) {
        this.#out.push(position[0]);
        this.#out.push(position[1]);
      }
  }

  /** The chains from a core to its seed, whose core is answered. */
  drawTree(fromCore: number): number {
    const { parents, arcs } = this.#tree.tree;
    const { arcWays } = this.#tree.metric.topology;
    let core = fromCore;
    for (; parents[core]! >= 0; core = parents[core]!) {
      const way = arcWays[arcs[core]!]!;
      this.#drawChain(way >> 1, (way & 1) === 1);
    }
    return core;
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
    const first = 2 * firstVertices[road]!;
    const end = 2 * firstVertices[road + 1]!;
    const out = this.#out;
    out.reserve(end - first);
    const { values } = out;
    let at = out.length;
    if (isWithLine) for (let from = first; from < end; from += 1) values[at++] = coordinates[from]!;
    else
      for (let from = end - 2; from >= first; from -= 2) {
        values[at++] = coordinates[from]!;
        values[at++] = coordinates[from + 1]!;
      }
    out.length = at;
  }
}
