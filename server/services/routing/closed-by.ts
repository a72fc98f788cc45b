import { type ClosedRoads, type Closures, resolveClosures } from '#domain/routing/closures';
import type { Router } from '#domain/routing/router';
import type { HeldNetwork } from './held-network.ts';

/** The roads that a question closes. */
export function closedBy(
  network: HeldNetwork,
  { metric, tree }: Router,
  closures: Closures,
): ClosedRoads {
  const numberOf = (roadId: string) => network.numberOf(roadId);
  return resolveClosures(metric.table, tree, metric.exposure, numberOf, closures);
}
