import type { Position } from '#domain/geo/position';
import { failure, type Problem, type Result, success } from '#domain/problem';
import type { RoadPart } from './exposure/measure-exposure.ts';
import { describeRoute, type RouteEnd } from './route/describe-route.ts';
import type { Route } from './route/route.ts';
import { MOST_VIA, type Router, snapToRouter } from './router.ts';
import { ROUTING_FAILURES } from './routing-failures.ts';
import { findAlternatives, USUAL_ALTERNATIVES } from './search/alternatives.ts';
import type { FoundPath } from './search/find-path.ts';
import type { SearchLimits } from './search/limits.ts';

export interface RoutesQuestion {
  readonly from: Position;
  readonly to: Position;
  readonly via: readonly Position[];
  /** Other ways beside the best one; none where there are places to go by, as each leg has its own. */
  readonly mostAlternatives: number;
}

export interface FoundRoutes {
  /** The best one first. */
  readonly routes: readonly Route[];
  /** From, via in their order, to. */
  readonly ends: readonly RouteEnd[];
}

/** The best way between places, and others that are worth showing; says of which place it fails. */
export function findRoutes(
  router: Router,
  { from, to, via, mostAlternatives }: RoutesQuestion,
  limits: SearchLimits = {},
): Result<FoundRoutes> {
  if (via.length > MOST_VIA) return failure(ROUTING_FAILURES.tooManyVia(via.length, MOST_VIA));
  const ends: RouteEnd[] = [];
  const positions = [from, ...via, to];
  for (const [at, position] of positions.entries()) {
    const end = snapToRouter(router, position);
    if (!end.ok) return failure(ofPlace(end.problem, at, positions.length));
    ends.push(end.value);
  }
  const legs: FoundPath[] = [];
  for (const [leg, end] of ends.entries()) {
    const before = ends[leg - 1];
    if (before === undefined) continue;
    const result = router.finder.find(router.metric, before.place, end.place, limits);
    if (result.status !== 'found')
      return failure(
        result.status === 'stopped' ? ROUTING_FAILURES.stopped() : ROUTING_FAILURES.unreachable(),
      );
    legs.push(result.path);
  }
  const [start, stop] = [ends[0]!, ends.at(-1)!];
  const describe = (parts: readonly RoadPart[]) => describeRoute(router.metric, parts, start, stop);
  const routes = [describe(legs.flatMap(({ parts }) => parts))];
  const [best, ...more] = legs;
  if (mostAlternatives > 0 && best !== undefined && more.length === 0) {
    const rules = { ...USUAL_ALTERNATIVES, most: mostAlternatives };
    const others = findAlternatives(router.metric, start.place, stop.place, best, rules, limits);
    if (others === null) return failure(ROUTING_FAILURES.stopped());
    for (const { parts } of others) routes.push(describe(parts));
  }
  return success({ routes, ends });
}

function ofPlace({ code, ja, en }: Problem, at: number, count: number): Problem {
  if (at === 0) return { code, ja: `出発地: ${ja}`, en: `Start: ${en}` };
  if (at === count - 1) return { code, ja: `目的地: ${ja}`, en: `Destination: ${en}` };
  return { code, ja: `経由地${at}: ${ja}`, en: `Place ${at} to go by: ${en}` };
}
