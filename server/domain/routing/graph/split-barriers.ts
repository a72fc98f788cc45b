import type { RoadTable } from './road-table.ts';

/** Roads between nodes: the junctions, and one more for each road that a barrier keeps apart. */
export interface NodeNetwork {
  readonly nodeCount: number;
  readonly nodeJunctions: Uint32Array;
  /** Nodes at the start and the end of each road. */
  readonly fromNodes: Uint32Array;
  readonly toNodes: Uint32Array;
}

/** Cuts the junctions in `blocked` apart, where a barrier stands. */
export function splitAtBarriers(table: RoadTable, blocked: ReadonlySet<number>): NodeNetwork {
  const { fromJunctions, toJunctions, junctionCount } = table;
  const fromNodes = fromJunctions.slice();
  const toNodes = toJunctions.slice();
  const added: number[] = [];
  const addNodeAt = (junction: number) => junctionCount + added.push(junction) - 1;
  if (blocked.size > 0)
    for (let road = 0; road < table.roadCount; road += 1) {
      if (blocked.has(fromJunctions[road]!)) fromNodes[road] = addNodeAt(fromJunctions[road]!);
      if (blocked.has(toJunctions[road]!)) toNodes[road] = addNodeAt(toJunctions[road]!);
    }
  const nodeJunctions = new Uint32Array(junctionCount + added.length);
  for (let junction = 0; junction < junctionCount; junction += 1)
    nodeJunctions[junction] = junction;
  nodeJunctions.set(added, junctionCount);
  return { nodeCount: nodeJunctions.length, nodeJunctions, fromNodes, toNodes };
}
