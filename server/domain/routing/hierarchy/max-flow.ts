import type { Graph } from './core-graph.ts';

/** Where a flow begins and ends. */
export const SIDES = { neither: 0, source: 1, sink: 2 } as const;

/**
 * The fewest edges that part sources from sinks, by Dinic's algorithm with edges that carry one each: which
 * nodes are still reached from the sources (1) once those edges are gone. Null where it takes `limit` or more.
 *
 * Source: Dinitz, Algorithm for solution of a problem of maximum flow in networks, 1970.
 */
export function leastCut(
  { first, heads }: Graph,
  reverse: Int32Array,
  sides: Uint8Array,
  limit: number,
): { readonly reached: Uint8Array; readonly edges: number } | null {
  const count = sides.length;
  const flows = new Int8Array(heads.length);
  const levels = new Int32Array(count);
  const next = new Uint32Array(count);
  const queue = new Uint32Array(count);
  const path = new Uint32Array(count + 1);
  let edges = 0;
  while (findLevels()) {
    next.set(first.subarray(0, count));
    for (let source = 0; source < count; source += 1)
      while (sides[source] === SIDES.source && sendOne(source)) {
        edges += 1;
        if (edges >= limit) return null;
      }
  }
  return { reached: Uint8Array.from(levels, (level) => (level >= 0 ? 1 : 0)), edges };

  /** @returns whether a sink is reached */
  function findLevels(): boolean {
    levels.fill(-1);
    let filled = 0;
    for (let node = 0; node < count; node += 1)
      if (sides[node] === SIDES.source) {
        levels[node] = 0;
        queue[filled] = node;
        filled += 1;
      }
    let isReached = false;
    for (let at = 0; at < filled; at += 1) {
      const node = queue[at]!;
      if (sides[node] === SIDES.sink) {
        isReached = true;
        continue;
      }
      for (let edge = first[node]!; edge < first[node + 1]!; edge += 1) {
        const head = heads[edge]!;
        if (levels[head] !== -1 || flows[edge] === 1) continue;
        levels[head] = levels[node]! + 1;
        queue[filled] = head;
        filled += 1;
      }
    }
    return isReached;
  }

  /** One more way from a source to a sink, level by level. @returns whether there was one */
  function sendOne(source: number): boolean {
    let node = source;
    let depth = 0;
    while (sides[node] !== SIDES.sink) {
      const edge = next[node]!;
      if (edge < first[node + 1]!) {
        const head = heads[edge]!;
        if (flows[edge] !== 1 && levels[head] === levels[node]! + 1) {
          path[depth] = edge;
          depth += 1;
          node = head;
        } else next[node] = edge + 1;
        continue;
      }
      // A dead end: back, and never into it again on these levels.
      if (depth === 0) return false;
      depth -= 1;
      node = heads[reverse[path[depth]!]!]!;
      next[node] = next[node]! + 1;
    }
    for (let at = 0; at < depth; at += 1) {
      const edge = path[at]!;
      flows[edge] = flows[edge]! + 1;
      flows[reverse[edge]!] = flows[reverse[edge]!]! - 1;
    }
    return true;
  }
}

/** Of each edge the one that leads back. */
export function reverseEdges({ first, heads }: Graph): Int32Array {
  const reverse = new Int32Array(heads.length);
  for (let node = 0; node + 1 < first.length; node += 1)
    for (let edge = first[node]!; edge < first[node + 1]!; edge += 1)
      reverse[edge] = heads.indexOf(node, first[heads[edge]!]!);
  return reverse;
}
