import { isOpen, type RouteMetric } from '../cost/route-metric.ts';
import { buildIncidence, type Incidence } from '../graph/incidence.ts';
import type { RoadTable } from '../graph/road-table.ts';
import { type NodeNetwork, splitAtBarriers } from '../graph/split-barriers.ts';

/** Roads by their metres for who walks or lays a hose, as they are open at the moment. */
export interface WalkNetwork {
  readonly table: RoadTable;
  readonly nodes: NodeNetwork;
  readonly incidence: Incidence;
  /** 1 where the road may be walked. */
  readonly isWalked: Uint8Array;
}

/** Taken down from the metric of somebody on foot: closures that come later are not seen. */
export function buildWalkNetwork(metric: RouteMetric): WalkNetwork {
  const { table, assessment } = metric;
  const { mode } = assessment.profile;
  const blocked = table.barriers.filter((one) => one.blocked.includes(mode));
  const nodes = splitAtBarriers(table, new Set(blocked.map(({ junction }) => junction)));
  const isWalked = new Uint8Array(table.roadCount);
  for (let road = 0; road < table.roadCount; road += 1)
    isWalked[road] = isOpen(metric, road) ? 1 : 0;
  const incidence = buildIncidence(nodes.nodeCount, nodes.fromNodes, nodes.toNodes);
  return { table, nodes, incidence, isWalked };
}
