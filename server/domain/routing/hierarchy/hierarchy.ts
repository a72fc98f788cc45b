import type { RoadTable } from '../graph/road-table.ts';
import type { Topology } from '../graph/topology.ts';
import { coreGraph, type Graph } from './core-graph.ts';
import { orderCores } from './order-cores.ts';

/**
 * The cores of a topology one above the other, with the shortcuts that any costs may need: cores go by their
 * rank here, and an *edge* joins a rank with a higher one. It rests on the roads alone; `weigh` gives it costs.
 *
 *     rank r   core     cores[r]; ranks[core] the other way round
 *     rank r   edges    first[r] … first[r + 1] - 1, to heads[e], ascending
 *     rank r   above    above[r]: the lowest that it is joined with, -1 for none; all others are above that
 *
 * Source: Dibbelt, Strasser, Wagner, Customizable contraction hierarchies, ACM JEA 21, 2016.
 */
export interface Hierarchy extends Graph {
  readonly cores: Uint32Array;
  readonly ranks: Uint32Array;
  readonly above: Int32Array;
}

/** Takes a second for a city of 60,000 junctions and twenty for a prefecture of 1,000,000. */
export function buildHierarchy(
  { junctionPositions }: Pick<RoadTable, 'junctionPositions'>,
  topology: Topology,
): Hierarchy {
  const positions = Float64Array.from(
    { length: 2 * topology.coreCount },
    (_, at) => junctionPositions[2 * topology.coreJunctions[at >> 1]! + (at & 1)]!,
  );
  const graph = coreGraph(topology);
  return withShortcuts(graph, orderCores(graph, positions));
}

/** Joins whatever is joined with a rank and lies above it, from the lowest rank on. */
function withShortcuts(graph: Graph, ranks: Uint32Array): Hierarchy {
  const count = ranks.length;
  const cores = new Uint32Array(count);
  ranks.forEach((rank, core) => {
    cores[rank] = core;
  });
  const rows: Uint32Array[] = [];
  const above = new Int32Array(count).fill(-1);
  const below: number[][] = Array.from({ length: count }, () => []);
  const marks = new Int32Array(count).fill(-1);
  const first = new Uint32Array(count + 1);
  for (let rank = 0; rank < count; rank += 1) {
    const row: number[] = [];
    const join = (other: number) => {
      if (other <= rank || marks[other] === rank) return;
      marks[other] = rank;
      row.push(other);
    };
    const core = cores[rank]!;
    for (let edge = graph.first[core]!; edge < graph.first[core + 1]!; edge += 1)
      join(ranks[graph.heads[edge]!]!);
    // What is joined with a lower one is joined with the lowest above that, and so handed on.
    for (const lower of below[rank]!) for (const other of rows[lower]!) join(other);
    const sorted = Uint32Array.from(row).sort();
    rows.push(sorted);
    first[rank + 1] = first[rank]! + sorted.length;
    const next = sorted[0];
    if (next === undefined) continue;
    above[rank] = next;
    below[next]!.push(rank);
  }
  const heads = new Uint32Array(first[count]!);
  for (const [rank, row] of rows.entries()) heads.set(row, first[rank]);
  return { first, heads, cores, ranks, above };
}

/** The edge from a rank to a higher one that it is joined with. */
export function edgeBetween({ first, heads }: Graph, rank: number, other: number): number {
  let low = first[rank]!;
  let high = first[rank + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heads[middle]! < other) low = middle + 1;
    else high = middle;
  }
  return low;
}
