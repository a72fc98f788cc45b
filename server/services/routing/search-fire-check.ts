import { failure, type Result, success } from '#domain/problem';
import { checkFireReach } from '#domain/routing/fire/check-fire-reach';
import { type FireRow, shownReach } from '#domain/routing/fire/fire-reach';
import { reasonsOf } from '#domain/routing/profiles/reasons';
import type { Router } from '#domain/routing/router';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import type { SearchLimits } from '#domain/routing/search/limits';
import { withClosures } from '#domain/routing/with-closures';
import { closedBy } from './closed-by.ts';
import type { HeldNetwork } from './held-network.ts';
import { namesMet } from './names-met.ts';
import type { NamedRoad, SearchOrder, SearchResults } from './search-orders.ts';
import { aboutRoad } from './site-roads.ts';
import type { SiteState } from './site-state.ts';

/** How a vehicle comes to places with the roads as they stand, and what has to be looked at on the way. */
export function searchFireCheck(
  network: HeldNetwork,
  { vehicle, walker, closures, question }: Extract<SearchOrder, { kind: 'fire-check' }>,
  site: SiteState,
  limits: SearchLimits,
): Result<SearchResults['fire-check']> {
  const driver = network.routerOf(vehicle, site);
  const onFoot = network.routerOf(walker, site);
  const closed = closedBy(network, driver, closures);
  const { closedRoads } = network.applied(site);
  const all = [...closedRoads, ...closed.roads];
  const hydrants = [...question.hydrants, ...site.findings.flatMap((one) => one.hydrants)];
  return withClosures(driver.metric, all, () =>
    withClosures(onFoot.metric, all, (): Result<SearchResults['fire-check']> => {
      const found = checkFireReach(driver, onFoot, { ...question, hydrants }, limits);
      if (found === null) return failure(ROUTING_FAILURES.stopped());
      return success({
        ...found,
        roads: nameRoads(driver, onFoot, found.rows),
        neededWidthMeters: driver.metric.assessment.profile.needs.widthMeters,
        hydrants: hydrants.length,
        hydrantsOffRoads: found.hydrantsOffRoads.length,
        closed: { roads: closed.roads.length, unknownIds: closed.unknownIds },
      });
    }),
  );
}

function nameRoads(
  { metric }: Router,
  walker: Router,
  rows: readonly FireRow[],
): Map<number, NamedRoad> {
  const { table, closed, assessment } = metric;
  const roads = new Map<number, Omit<NamedRoad, 'meets'>>();
  const name = (road: number, bits: number) => {
    if (roads.has(road)) return;
    roads.set(road, {
      ...aboutRoad(table, road),
      lengthMeters: table.lengthsMeters[road]!,
      leastWidthMeters: table.leastWidthsMeters[road]!,
      mostWidthMeters: table.mostWidthsMeters[road]!,
      reasons: reasonsOf(bits),
      isClosed: closed[road] === 1,
    });
  };
  for (const row of rows) {
    const shown = shownReach(row);
    if (shown === null) continue;
    const driven = [...shown.unknownRoads, shown.lastPoint.road, shown.stoppedAtRoad ?? []].flat();
    for (const road of driven) name(road, assessment.reasonBits[road]!);
    for (const road of shown.unknownWalkRoads)
      name(road, walker.metric.assessment.reasonBits[road]!);
  }
  const met = namesMet(table, [...roads.keys()]);
  return new Map([...roads].map(([road, one], at) => [road, { ...one, meets: met[at]! }]));
}
