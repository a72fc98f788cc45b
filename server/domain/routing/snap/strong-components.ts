import type { RouteMetric } from '../cost/route-metric.ts';

/** Cores from each of which every other of the same component can be reached, and back. */
export interface StrongComponents {
  readonly count: number;
  /** The component of each core. */
  readonly ofCore: Uint32Array;
}

/**
 * The strongly connected components by what can be gone now. Tarjan's algorithm, with a stack of its own
 * instead of recursion: a valley of a thousand junctions is deep.
 *
 * Source: Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
 */
export function findStrongComponents({ topology, outCosts }: RouteMetric): StrongComponents {
  const { coreCount, coreFirst, arcHeads } = topology;
  const ofCore = new Uint32Array(coreCount);
  /** 0: not visited; else when it was, from 1. Done cores are out of every comparison. */
  const visited = new Uint32Array(coreCount);
  const lowest = new Uint32Array(coreCount);
  const isDone = new Uint8Array(coreCount);
  const nextArc = coreFirst.slice(0, coreCount);
  const path = new Uint32Array(coreCount);
  const open = new Uint32Array(coreCount);
  let clock = 0;
  let openCount = 0;
  let count = 0;
  for (let root = 0; root < coreCount; root += 1) {
    if (visited[root] !== 0) continue;
    let depth = 0;
    path[0] = root;
    clock += 1;
    visited[root] = lowest[root] = clock;
    open[openCount++] = root;
    while (depth >= 0) {
      const core = path[depth]!;
      const arc = nextArc[core]!;
      if (arc < coreFirst[core + 1]!) {
        nextArc[core] = arc + 1;
        const head = arcHeads[arc]!;
        if (outCosts[arc] === Infinity || isDone[head] === 1) continue;
        if (visited[head] !== 0) {
          lowest[core] = Math.min(lowest[core]!, visited[head]!);
          continue;
        }
        clock += 1;
        visited[head] = lowest[head] = clock;
        open[openCount++] = head;
        depth += 1;
        path[depth] = head;
        continue;
      }
      if (lowest[core] === visited[core]) {
        let member: number;
        do {
          openCount -= 1;
          member = open[openCount]!;
          ofCore[member] = count;
          isDone[member] = 1;
        } while (member !== core);
        count += 1;
      }
      depth -= 1;
      if (depth >= 0) lowest[path[depth]!] = Math.min(lowest[path[depth]!]!, lowest[core]!);
    }
  }
  return { count, ofCore };
}
