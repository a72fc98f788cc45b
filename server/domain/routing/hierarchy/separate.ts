import type { Graph } from './core-graph.ts';
import { leastCut, reverseEdges, SIDES } from './max-flow.ts';

/** This much of the nodes at either end of a direction is held apart; the cut falls between. */
const END_SHARE = 0.25;
/** East, north and the two between. */
const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;

/** What parts a graph in two, and what is left on either side of it. */
export interface Separation {
  readonly separator: readonly number[];
  readonly sides: readonly [readonly number[], readonly number[]];
}

/**
 * Few nodes without which a connected graph of two nodes or more falls apart into two of some size: the
 * least cut between the two ends of each of four directions, of which the smallest is taken.
 *
 * Source: Schild, Sommer, On balanced separators in road networks, SEA 2015 (inertial flow).
 *
 * @param positions two numbers a node, in any one unit
 */
export function separate(graph: Graph, positions: Float64Array): Separation {
  const count = graph.first.length - 1;
  const reverse = reverseEdges(graph);
  let best: Uint8Array | null = null;
  let fewest = Infinity;
  for (const [east, north] of DIRECTIONS) {
    const along = Float64Array.from(
      { length: count },
      (_, node) => east * positions[2 * node]! + north * positions[2 * node + 1]!,
    );
    const cut = leastCut(graph, reverse, endsOf(along), fewest);
    if (cut === null) continue;
    fewest = cut.edges;
    best = cut.reached;
  }
  // The first direction has no limit, so there is one.
  return apart(graph, best!);
}

function endsOf(along: Float64Array): Uint8Array {
  const count = along.length;
  const most = Math.max(1, Math.floor(count * END_SHARE));
  const sorted = along.toSorted();
  const [low, high] = [sorted[most - 1]!, sorted[count - most]!];
  const sides = new Uint8Array(count);
  // Of those that lie equally far, as many as fit.
  let left = most;
  for (let node = 0; node < count && left > 0; node += 1)
    if (along[node]! <= low) {
      sides[node] = SIDES.source;
      left -= 1;
    }
  left = most;
  for (let node = count - 1; node >= 0 && left > 0; node -= 1)
    if (sides[node] === SIDES.neither && along[node]! >= high) {
      sides[node] = SIDES.sink;
      left -= 1;
    }
  return sides;
}

/** The ends of the cut edges on the reached side are the separator. */
function apart({ first, heads }: Graph, reached: Uint8Array): Separation {
  const separator: number[] = [];
  const here: number[] = [];
  const there: number[] = [];
  for (let node = 0; node < reached.length; node += 1) {
    if (reached[node] === 0) {
      there.push(node);
      continue;
    }
    let edge = first[node]!;
    while (edge < first[node + 1]! && reached[heads[edge]!] === 1) edge += 1;
    (edge < first[node + 1]! ? separator : here).push(node);
  }
  return { separator, sides: [here, there] };
}
