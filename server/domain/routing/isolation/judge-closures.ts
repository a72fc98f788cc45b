import { exposureDmOf } from '../cost/packed-cost.ts';
import type { RouteMetric } from '../cost/route-metric.ts';
import type { Router } from '../router.ts';
import { type EndTree, findBestEnd, pathByEnd, treeToEnds } from '../search/best-end.ts';
import type { ChainPlace } from '../search/chain-places.ts';
import type { SearchLimits } from '../search/limits.ts';
import { markMainRoads } from '../snap/main-component.ts';
import { withClosures } from '../with-closures.ts';
import { type Reach, reachOf } from './compare-reach.ts';

/** How a place fares with some roads closed, against without. */
export type ClosureEffect =
  | { readonly kind: 'as-before' | 'cut-off' | 'cut-off-before' }
  | {
      readonly kind: 'longer';
      /** On the way to the best destination, without weights of the policy. */
      readonly extraSeconds: number;
      /** More metres in what is avoided first. */
      readonly extraExposureMeters: number;
    };

/**
 * Judges places, in their order; null stands for one that no road is near to. Null where it was stopped.
 *
 * @param endsIsolation `any-destination`: who reaches one is not cut off. `main-roads`: who hangs together
 *   with the greatest part of the roads is not, and only destinations there count, as a shelter inside of
 *   what is cut off ends no isolation.
 */
export function judgeClosures(
  router: Router,
  places: readonly (ChainPlace | null)[],
  destinations: readonly ChainPlace[],
  closedRoads: readonly number[],
  endsIsolation: 'any-destination' | 'main-roads',
  limits: SearchLimits = {},
): ClosureEffect[] | null {
  const { metric } = router;
  const isByRoads = endsIsolation === 'main-roads';
  const before = stateOf(metric, places, destinations, isByRoads ? router.mainRoads : null, limits);
  if (before === null) return null;
  const after = withClosures(metric, closedRoads, () => {
    const mainRoads = isByRoads ? markMainRoads(metric) : null;
    const state = stateOf(metric, places, destinations, mainRoads, limits);
    if (state === null) return null;
    // Ways are taken down while the roads are closed: afterwards the tree is worth nothing.
    return { ...state, seconds: secondsWhereChanged(state, before.reach, places) };
  });
  if (after === null) return null;
  const secondsBefore = secondsWhereChanged(before, after.reach, places);
  return places.map((_, at): ClosureEffect => {
    if (before.isReached[at] === 0) return { kind: 'cut-off-before' };
    if (after.isReached[at] === 0) return { kind: 'cut-off' };
    const [was, now] = [before.reach.costs[at]!, after.reach.costs[at]!];
    // Without a destination on either side there is nothing to measure by.
    if (was === now || was === Infinity || now === Infinity) return { kind: 'as-before' };
    return {
      kind: 'longer',
      extraSeconds: after.seconds[at]! - secondsBefore[at]!,
      extraExposureMeters: (exposureDmOf(now) - exposureDmOf(was)) / 10,
    };
  });
}

interface State {
  readonly tree: EndTree;
  readonly reach: Reach;
  readonly isReached: Uint8Array;
}

function stateOf(
  metric: RouteMetric,
  places: readonly (ChainPlace | null)[],
  destinations: readonly ChainPlace[],
  mainRoads: Uint8Array | null,
  limits: SearchLimits,
): State | null {
  const counted =
    mainRoads === null ? destinations : destinations.filter(({ road }) => mainRoads[road] === 1);
  const tree = treeToEnds(metric, counted, limits);
  if (tree === null) return null;
  const reach = reachOf(tree, places);
  const isReached = Uint8Array.from(places, (place, at) => {
    if (place === null) return 0;
    return mainRoads === null ? (reach.costs[at] === Infinity ? 0 : 1) : mainRoads[place.road]!;
  });
  return { tree, reach, isReached };
}

/** NaN where nothing changed. */
function secondsWhereChanged(
  { tree, reach }: State,
  other: Reach,
  places: readonly (ChainPlace | null)[],
): Float64Array {
  return Float64Array.from(places, (place, at) => {
    const isSame = reach.costs[at] === other.costs[at];
    if (place === null || isSame || reach.costs[at] === Infinity) return Number.NaN;
    const best = findBestEnd(tree, place);
    if (best === null) return Number.NaN;
    const { parts } = pathByEnd(tree, place, best);
    const { parts: costs } = tree.metric;
    const hundredths = parts.reduce(
      (sum, { road, fromMeters, toMeters }) => sum + costs.timeCsOf(road, fromMeters, toMeters),
      0,
    );
    return hundredths / 100;
  });
}
