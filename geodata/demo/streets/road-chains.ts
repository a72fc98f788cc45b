import type { Place } from '../frame.ts';
import type { RoadClass } from './road-classes.ts';
import { edgesByNode, type RoadNetwork } from './road-network.ts';

/** A road from one crossing to the next. */
export interface RoadChain {
  readonly roadClass: RoadClass;
  readonly widthCentimeters: number;
  readonly name: string | null;
  /** Node numbers from end to end. */
  readonly nodes: readonly number[];
  readonly points: readonly Place[];
}

/** The network as lines: cut where three or more roads meet, and where width or kind change. */
export function roadChains(network: RoadNetwork): RoadChain[] {
  const { nodes, edges } = network;
  const at = edgesByNode(network);
  const isEnd = (node: number) => {
    const [a, b, ...more] = at[node]!;
    if (a === undefined || b === undefined || more.length > 0) return true;
    const [p, q] = [edges[a]!, edges[b]!];
    return (
      p.roadClass !== q.roadClass || p.widthCentimeters !== q.widthCentimeters || p.name !== q.name
    );
  };
  const isUsed = new Uint8Array(edges.length);
  const chains: RoadChain[] = [];
  const follow = (start: number, first: number) => {
    const { roadClass, widthCentimeters, name } = edges[first]!;
    const along = [start];
    let node = start;
    let by: number | undefined = first;
    while (by !== undefined && isUsed[by] === 0) {
      isUsed[by] = 1;
      const edge = edges[by]!;
      node = edge.from === node ? edge.to : edge.from;
      along.push(node);
      const last: number = by;
      by = isEnd(node) ? undefined : at[node]!.find((index) => index !== last);
    }
    chains.push({
      roadClass,
      widthCentimeters,
      name,
      nodes: along,
      points: along.map((one) => nodes[one]!),
    });
  };
  for (const [node, around] of at.entries())
    if (isEnd(node)) for (const edge of around) if (isUsed[edge] === 0) follow(node, edge);
  // What is left are rings without any crossing.
  for (const [edge, { from }] of edges.entries()) if (isUsed[edge] === 0) follow(from, edge);
  return chains;
}
