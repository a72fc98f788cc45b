import type { RouteMetric } from '../cost/route-metric.ts';
import type { ChainPeople, PeopleAt } from './chain-people.ts';

/**
 * A depth-first tree of the cores, in which both ways of a road count as one and copies behind turn
 * restrictions are left out. `lowest` is the earliest core that the subtree is tied to other than by its
 * own chain: where it lies above the parent there is another way round.
 */
export interface CutTree {
  /** Cores in the order they were visited. */
  readonly order: Uint32Array;
  /** The visit of each core, from 0. */
  readonly visits: Uint32Array;
  readonly lowest: Uint32Array;
  /** Parent core and the chain to it; -1 at a root. */
  readonly parents: Int32Array;
  readonly parentChains: Int32Array;
  readonly roots: Uint32Array;
  /** Of the whole subtree with the chains in it, the chain to the parent left out. */
  readonly people: Float64Array;
  readonly destinations: Uint32Array;
}

const NOT_YET = 0xffff_ffff;

/**
 * Source: Tarjan, A note on finding the bridges of a graph, Inf. Process. Lett. 2 (1974), without recursion.
 */
export function buildCutTree(metric: RouteMetric, at: PeopleAt, chains: ChainPeople): CutTree {
  const { topology } = metric;
  const { coreFirst, arcHeads, arcWays, coreJunctions, copyOf } = topology;
  const coreCount = topology.coreCount - copyOf.length;
  const order = new Uint32Array(coreCount);
  const visits = new Uint32Array(coreCount).fill(NOT_YET);
  const lowest = new Uint32Array(coreCount);
  const parents = new Int32Array(coreCount).fill(-1);
  const parentChains = new Int32Array(coreCount).fill(-1);
  const roots = new Uint32Array(coreCount);
  const people = new Float64Array(coreCount);
  const destinations = new Uint32Array(coreCount);
  const nextArc = coreFirst.slice(0, coreCount);
  const stands = new Uint8Array(at.people.length);
  let visited = 0;
  const visit = (core: number, root: number) => {
    visits[core] = lowest[core] = visited;
    order[visited] = core;
    visited += 1;
    roots[core] = root;
    people[core] = chains.stubPeople[core]!;
    destinations[core] = chains.stubDestinations[core]!;
    // A barrier makes several cores of a junction: who is there is counted at the first.
    const junction = coreJunctions[core]!;
    if (stands[junction] === 1) return;
    stands[junction] = 1;
    people[core]! += at.people[junction]!;
    destinations[core]! += at.destinations[junction]!;
  };
  for (let root = 0; root < coreCount; root += 1) {
    if (visits[root] !== NOT_YET) continue;
    visit(root, root);
    let core = root;
    while (core >= 0) {
      const arc = nextArc[core]!;
      if (arc === coreFirst[core + 1]!) {
        const parent = parents[core]!;
        if (parent >= 0) {
          const chain = parentChains[core]!;
          lowest[parent] = Math.min(lowest[parent]!, lowest[core]!);
          people[parent]! += people[core]! + chains.people[chain]!;
          destinations[parent]! += destinations[core]! + chains.destinations[chain]!;
        }
        core = parent;
        continue;
      }
      nextArc[core] = arc + 1;
      const head = arcHeads[arc]!;
      const chain = arcWays[arc]! >> 1;
      if (head >= coreCount || chains.isWhole[chain] === 0 || chain === parentChains[core])
        continue;
      if (visits[head] === NOT_YET) {
        parents[head] = core;
        parentChains[head] = chain;
        visit(head, root);
        core = head;
        continue;
      }
      lowest[core] = Math.min(lowest[core]!, visits[head]!);
      // A chain to a core above is seen again from there; its people are counted at its lower end, and
      // those of a loop at the one of its two arcs that leads along.
      const isCounted =
        visits[head]! < visits[core]! || (head === core && (arcWays[arc]! & 1) === 0);
      if (!isCounted) continue;
      people[core]! += chains.people[chain]!;
      destinations[core]! += chains.destinations[chain]!;
    }
  }
  return { order, visits, lowest, parents, parentChains, roots, people, destinations };
}
