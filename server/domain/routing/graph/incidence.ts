/** The ends of roads that meet at each node: 2 · road for its start there, 2 · road + 1 for its end. */
export interface Incidence {
  /** Those of node v: ends[first[v]] … ends[first[v + 1] - 1]. */
  readonly first: Uint32Array;
  readonly ends: Uint32Array;
}

/** Sorts the ends of roads, or of chains, by the nodes that they meet at. */
export function buildIncidence(
  nodeCount: number,
  fromNodes: Uint32Array,
  toNodes: Uint32Array,
): Incidence {
  const first = new Uint32Array(nodeCount + 1);
  for (let road = 0; road < fromNodes.length; road += 1) {
    first[fromNodes[road]! + 1]! += 1;
    first[toNodes[road]! + 1]! += 1;
  }
  for (let node = 0; node < nodeCount; node += 1) first[node + 1]! += first[node]!;
  const next = first.slice(0, nodeCount);
  const ends = new Uint32Array(2 * fromNodes.length);
  for (let road = 0; road < fromNodes.length; road += 1) {
    const from = fromNodes[road]!;
    ends[next[from]!] = 2 * road;
    next[from]! += 1;
    const to = toNodes[road]!;
    ends[next[to]!] = 2 * road + 1;
    next[to]! += 1;
  }
  return { first, ends };
}
