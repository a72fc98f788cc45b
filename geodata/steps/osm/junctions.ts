import type { ImportReason } from '#geodata/item';
import { ROAD_REASONS } from '#geodata/mappers/road-reasons';
import type { CollectedWay } from './collect-ways.ts';
import type { PlacedNodes } from './place-nodes.ts';

/** What is left of a way: its course in one piece or more, each of two nodes at least. */
export interface WayCourse {
  readonly runs: readonly (readonly number[])[];
  readonly repairs: readonly ImportReason[];
  readonly failure: ImportReason | null;
}

/** Where roads begin and end: at nodes that several share, at ends, barriers and rules of turning. */
export class Junctions {
  readonly #nodes: PlacedNodes;
  readonly #uses: Uint8Array;
  /** Nodes that lie on each other and follow each other on a way are one. */
  readonly #standsFor: Int32Array;

  constructor(nodes: PlacedNodes, ways: readonly CollectedWay[], others: Iterable<number>) {
    this.#nodes = nodes;
    this.#uses = new Uint8Array(nodes.lngs.length);
    this.#standsFor = new Int32Array(nodes.lngs.length).map((_, place) => place);
    for (const way of ways) this.#uniteCoincident(way.nodes);
    for (const way of ways)
      for (const run of this.courseOf(way.nodes).runs) {
        for (const node of run) if (this.#uses[node]! < 2) this.#uses[node] = this.#uses[node]! + 1;
        this.#uses[run[0]!] = 2;
        this.#uses[run.at(-1)!] = 2;
      }
    for (const place of others) if (this.isUsed(place)) this.#uses[this.at(place)] = 2;
  }

  /** The node that stands for one and those that lie on it. */
  at(place: number): number {
    let root = place;
    while (this.#standsFor[root] !== root) root = this.#standsFor[root]!;
    return root;
  }

  /** Whether a road passes through or ends at a node. */
  isUsed(place: number): boolean {
    return this.#uses[this.at(place)]! > 0;
  }

  courseOf(nodes: readonly number[]): WayCourse {
    const repairs = new Set<ImportReason>();
    const runs: number[][] = [];
    let run: number[] = [];
    let present = 0;
    for (const node of nodes) {
      if (!this.#nodes.has(node)) {
        // A straight line over what is not known would be a road that nobody has seen.
        repairs.add(ROAD_REASONS.nodesMissing);
        if (run.length > 1) runs.push(run);
        run = [];
        continue;
      }
      present += 1;
      const root = this.at(node);
      if (run.at(-1) === root) repairs.add(ROAD_REASONS.duplicateVertices);
      else run.push(root);
    }
    if (run.length > 1) runs.push(run);
    if (runs.length > 0) return { runs, repairs: [...repairs], failure: null };
    const isPoint = present > 1 && present === nodes.length;
    const failure = isPoint ? ROAD_REASONS.noLength : ROAD_REASONS.noNodes;
    return { runs, repairs: [], failure };
  }

  /** Parts a course where other roads begin or end. */
  *partsOf(run: readonly number[]): Generator<readonly number[]> {
    let start = 0;
    for (let end = 1; end < run.length; end += 1)
      if (this.#uses[run[end]!]! > 1 || end === run.length - 1) {
        yield run.slice(start, end + 1);
        start = end;
      }
  }

  #uniteCoincident(nodes: readonly number[]): void {
    for (let at = 1; at < nodes.length; at += 1) {
      const [one, other] = [nodes[at - 1]!, nodes[at]!];
      if (one === other || !this.#nodes.has(one) || !this.#nodes.has(other)) continue;
      if (!this.#nodes.isSamePlace(one, other)) continue;
      const [a, b] = [this.at(one), this.at(other)];
      if (a !== b) this.#standsFor[Math.max(a, b)] = Math.min(a, b);
    }
  }
}
