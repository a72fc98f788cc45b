import type { Topology } from '../graph/topology.ts';

/** Which things are neighbours, either way: those of v are heads[first[v]] … heads[first[v + 1] - 1]. */
export interface Graph {
  readonly first: Uint32Array;
  readonly heads: Uint32Array;
}

/** The cores of a topology, each neighbour once, whatever its links cost or forbid. */
export function coreGraph({ coreCount, coreFirst, arcHeads }: Topology): Graph {
  const marks = new Int32Array(coreCount).fill(-1);
  const first = new Uint32Array(coreCount + 1);
  // The arcs of a link stand in the rows of both its ends.
  const heads = new Uint32Array(arcHeads.length);
  let count = 0;
  for (let core = 0; core < coreCount; core += 1) {
    first[core] = count;
    marks[core] = core;
    for (let arc = coreFirst[core]!; arc < coreFirst[core + 1]!; arc += 1) {
      const head = arcHeads[arc]!;
      if (marks[head] === core) continue;
      marks[head] = core;
      heads[count] = head;
      count += 1;
    }
  }
  first[coreCount] = count;
  return { first, heads: heads.slice(0, count) };
}
