import type { Graph } from './core-graph.ts';
import { separate } from './separate.ts';

/** Fewer than this need no order among themselves. */
const FEW = 4;

/**
 * The rank of each core, 0 the least: what parts the whole comes last, before it what parts each half, and so on
 * (nested dissection). It rests on the roads alone, so it holds whatever they cost and whatever is closed.
 *
 * @param positions two numbers a core
 */
export function orderCores(graph: Graph, positions: Float64Array): Uint32Array {
  const count = graph.first.length - 1;
  const ranks = new Uint32Array(count);
  const places = new Int32Array(count).fill(-1);
  let left = count;
  const rankLast = (core: number) => {
    left -= 1;
    ranks[core] = left;
  };
  const waiting: Uint32Array[] = [Uint32Array.from({ length: count }, (_, core) => core)];
  for (let own = waiting.pop(); own !== undefined; own = waiting.pop()) {
    const cores = own;
    if (cores.length < FEW) {
      cores.forEach(rankLast);
      continue;
    }
    const part = partOf(graph, cores, places);
    const components = componentsOf(part);
    if (components.length > 1) {
      for (const nodes of components) waiting.push(coresOf(cores, nodes));
      continue;
    }
    const ownPositions = Float64Array.from(
      { length: 2 * cores.length },
      (_, at) => positions[2 * cores[at >> 1]! + (at & 1)]!,
    );
    const { separator, sides } = separate(part, ownPositions);
    for (const node of separator) rankLast(cores[node]!);
    for (const nodes of sides) if (nodes.length > 0) waiting.push(coresOf(cores, nodes));
  }
  return ranks;
}

const coresOf = (cores: Uint32Array, nodes: readonly number[]): Uint32Array =>
  Uint32Array.from(nodes, (node) => cores[node]!);

/** The graph among some cores alone, numbered as they come. `places` is -1 everywhere, and is left so. */
function partOf({ first, heads }: Graph, cores: Uint32Array, places: Int32Array): Graph {
  cores.forEach((core, node) => {
    places[core] = node;
  });
  const ownFirst = new Uint32Array(cores.length + 1);
  const ownHeads: number[] = [];
  for (const [node, core] of cores.entries()) {
    ownFirst[node] = ownHeads.length;
    for (let edge = first[core]!; edge < first[core + 1]!; edge += 1) {
      const head = places[heads[edge]!]!;
      if (head >= 0) ownHeads.push(head);
    }
  }
  ownFirst[cores.length] = ownHeads.length;
  for (const core of cores) places[core] = -1;
  return { first: ownFirst, heads: Uint32Array.from(ownHeads) };
}

/** The nodes that hang together, part by part. */
function componentsOf({ first, heads }: Graph): number[][] {
  const isSeen = new Uint8Array(first.length - 1);
  const components: number[][] = [];
  for (let start = 0; start < isSeen.length; start += 1) {
    if (isSeen[start] === 1) continue;
    isSeen[start] = 1;
    const nodes = [start];
    for (const node of nodes)
      for (let edge = first[node]!; edge < first[node + 1]!; edge += 1) {
        const head = heads[edge]!;
        if (isSeen[head] === 1) continue;
        isSeen[head] = 1;
        nodes.push(head);
      }
    components.push(nodes);
  }
  return components;
}
