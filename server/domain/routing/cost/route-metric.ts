import type { RoadExposure } from '../exposure/road-exposure.ts';
import type { RoadTable } from '../graph/road-table.ts';
import type { Topology } from '../graph/topology.ts';
import type { Assessment } from '../profiles/assessment.ts';
import { updateChain } from './chain-costs.ts';
import { PartCosts } from './part-costs.ts';
import type { RoutePolicy } from './policy.ts';

/**
 * What it costs one traveller under one policy to go each road, each chain and each arc, with what is
 * closed at the moment. Costs are packed (see `packCost`); what cannot be gone costs Infinity.
 */
export interface RouteMetric {
  readonly table: RoadTable;
  readonly topology: Topology;
  readonly assessment: Assessment;
  readonly exposure: RoadExposure;
  readonly policy: RoutePolicy;
  readonly parts: PartCosts;
  /** As the line of a road runs, and against it; closures are not in these. */
  readonly roadAlong: Float64Array;
  readonly roadAgainst: Float64Array;
  /** 1 where a road is closed; and which those are. */
  readonly closed: Uint8Array;
  readonly closedRoads: ReadonlySet<number>;
  /** outCosts[a]: to leave a core by its arc a; inCosts[a]: to come in by it from the other end. */
  readonly outCosts: Float64Array;
  readonly inCosts: Float64Array;
}

/**
 * Turns what is known of roads into costs.
 *
 * @throws RangeError where a road by itself is beyond the bounds of `packCost`
 */
export function buildMetric(
  table: RoadTable,
  topology: Topology,
  assessment: Assessment,
  exposure: RoadExposure,
  policy: RoutePolicy,
): RouteMetric {
  const parts = new PartCosts(table, assessment, exposure, policy);
  const roadAlong = new Float64Array(table.roadCount);
  const roadAgainst = new Float64Array(table.roadCount);
  for (let road = 0; road < table.roadCount; road += 1) {
    const lengthMeters = table.lengthsMeters[road]!;
    roadAlong[road] = parts.costOf(road, 0, lengthMeters, true);
    roadAgainst[road] = parts.costOf(road, lengthMeters, 0, false);
  }
  const metric: RouteMetric = {
    table,
    topology,
    assessment,
    exposure,
    policy,
    parts,
    roadAlong,
    roadAgainst,
    closed: new Uint8Array(table.roadCount),
    closedRoads: new Set(),
    outCosts: new Float64Array(topology.arcHeads.length),
    inCosts: new Float64Array(topology.arcHeads.length),
  };
  const chainCount = topology.chainFromCores.length;
  for (let chain = 0; chain < chainCount; chain += 1) updateChain(metric, chain);
  return metric;
}

/** Closes or opens a road; only the costs of its chain are summed anew. */
export function setClosed(metric: RouteMetric, road: number, isClosed: boolean): void {
  const flag = isClosed ? 1 : 0;
  if (metric.closed[road] === flag) return;
  metric.closed[road] = flag;
  // Nobody else changes it.
  const roads = metric.closedRoads as Set<number>;
  if (isClosed) roads.add(road);
  else roads.delete(road);
  updateChain(metric, metric.topology.roadChains[road]!);
}

/** Whether a road can be gone at the moment, one way at least. */
export function isOpen({ closed, roadAlong, roadAgainst }: RouteMetric, road: number): boolean {
  return closed[road] === 0 && Math.min(roadAlong[road]!, roadAgainst[road]!) < Infinity;
}
