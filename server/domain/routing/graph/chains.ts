import { buildIncidence, type Incidence } from './incidence.ts';
import type { RoadTable } from './road-table.ts';
import type { NodeNetwork } from './split-barriers.ts';
import type { Topology } from './topology.ts';
import { uint32List } from './typed-list.ts';

/** The chains of a network, and the nodes that are its cores. */
export type Chains = Pick<
  Topology,
  'chainFirst' | 'chainRoads' | 'chainFromCores' | 'chainToCores' | 'roadPlaces' | 'roadChains'
> & { readonly coreNodes: Uint32Array };

const NOT_YET = 0xffff_ffff;

/**
 * Merges roads through nodes of two roads, so that a search takes a winding valley road in one step.
 *
 * @param kept junctions that stay cores whatever meets there
 */
export function mergeChains(
  table: RoadTable,
  network: NodeNetwork,
  kept: ReadonlySet<number>,
): Chains {
  return new ChainMerger(network, kept, table.roadCount).merge();
}

class ChainMerger {
  readonly #incidence: Incidence;
  readonly #network: NodeNetwork;
  readonly #coreOfNode: Uint32Array;
  readonly #coreNodes = uint32List();
  readonly #chainFirst = uint32List();
  readonly #chainFromCores = uint32List();
  readonly #chainToCores = uint32List();
  readonly #chainRoads: Uint32Array;
  readonly #roadPlaces: Uint32Array;
  readonly #roadChains: Uint32Array;
  #laid = 0;

  constructor(network: NodeNetwork, kept: ReadonlySet<number>, roadCount: number) {
    this.#network = network;
    this.#incidence = buildIncidence(network.nodeCount, network.fromNodes, network.toNodes);
    this.#chainRoads = new Uint32Array(roadCount);
    this.#roadPlaces = new Uint32Array(roadCount);
    this.#roadChains = new Uint32Array(roadCount).fill(NOT_YET);
    this.#coreOfNode = new Uint32Array(network.nodeCount).fill(NOT_YET);
    for (let node = 0; node < network.nodeCount; node += 1)
      if (this.#isCore(node, kept)) this.#addCore(node);
  }

  merge(): Chains {
    const { first, ends } = this.#incidence;
    const coreCount = this.#coreNodes.length;
    for (let core = 0; core < coreCount; core += 1) {
      const node = this.#coreNodes.at(core)!;
      for (let at = first[node]!; at < first[node + 1]!; at += 1) this.#trace(ends[at]!, core);
    }
    // What is left are rings without any core: the start of their first road becomes one.
    for (let road = 0; road < this.#roadChains.length; road += 1)
      if (this.#roadChains[road] === NOT_YET)
        this.#trace(2 * road, this.#addCore(this.#network.fromNodes[road]!));
    this.#chainFirst.push(this.#laid);
    return {
      coreNodes: this.#coreNodes.finish(),
      chainFirst: this.#chainFirst.finish(),
      chainRoads: this.#chainRoads,
      chainFromCores: this.#chainFromCores.finish(),
      chainToCores: this.#chainToCores.finish(),
      roadPlaces: this.#roadPlaces,
      roadChains: this.#roadChains,
    };
  }

  #isCore(node: number, kept: ReadonlySet<number>): boolean {
    const { first, ends } = this.#incidence;
    const at = first[node]!;
    const degree = first[node + 1]! - at;
    if (degree !== 2) return degree > 0;
    const isLoop = ends[at]! >> 1 === ends[at + 1]! >> 1;
    return isLoop || kept.has(this.#network.nodeJunctions[node]!);
  }

  #addCore(node: number): number {
    const core = this.#coreNodes.length;
    this.#coreNodes.push(node);
    this.#coreOfNode[node] = core;
    return core;
  }

  /** Follows the roads from an end at a core to the next core; a chain that is known already stays. */
  #trace(startEnd: number, core: number): void {
    if (this.#roadChains[startEnd >> 1] !== NOT_YET) return;
    const { first, ends } = this.#incidence;
    const { fromNodes, toNodes } = this.#network;
    const chain = this.#chainFirst.length;
    this.#chainFirst.push(this.#laid);
    this.#chainFromCores.push(core);
    let end = startEnd;
    for (;;) {
      const road = end >> 1;
      this.#roadChains[road] = chain;
      this.#roadPlaces[road] = this.#laid;
      this.#chainRoads[this.#laid] = end;
      this.#laid += 1;
      const node = (end & 1) === 0 ? toNodes[road]! : fromNodes[road]!;
      if (this.#coreOfNode[node] !== NOT_YET) {
        this.#chainToCores.push(this.#coreOfNode[node]!);
        return;
      }
      // The end that was come by is end ^ 1; of the two at the node the other one leads on.
      const at = first[node]!;
      end = ends[at] === (end ^ 1) ? ends[at + 1]! : ends[at]!;
    }
  }
}
