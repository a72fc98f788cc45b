import type { Position } from '#domain/geo/position';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { findRoutes } from '../find-routes.ts';
import type { Route } from '../route/route.ts';
import { type Router, snapToRouter } from '../router.ts';
import { ROUTING_FAILURES } from '../routing-failures.ts';
import { findBestEnd, treeToEnds } from '../search/best-end.ts';
import type { SearchLimits } from '../search/limits.ts';
import { CHAIN_FAILURES } from './chain-failures.ts';
import { chooseMeeting, type Meeting } from './meeting.ts';

/** Who is to get where, and who comes to help. A position that is not known is null. */
export interface ChainQuestion {
  readonly home: Position | null;
  /** In the order in which they are named. */
  readonly supporters: readonly (Position | null)[];
  /** The one that was chosen, or all that may be gone to: then the best one for the home is taken. */
  readonly destinations: readonly Position[];
}

/** Both ways to meet a supporter. */
export interface SupporterWays {
  /** The supporter alone to the home; from there on the way is `direct`. */
  readonly toHome: Result<Route>;
  /**
   * The resident alone to the supporter, and from there both together to the destination; neither for who
   * is pushed or carried.
   */
  readonly toSupporter: Result<Route>;
  readonly fromSupporter: Result<Route>;
  readonly meeting: Meeting;
}

/** Every way of one resident's evacuation. */
export interface FoundChain {
  /** Number of the destination; null where none can be reached or none was given. */
  readonly destination: number | null;
  /** From the home to the destination. */
  readonly direct: Result<Route>;
  /** In the order of the question. */
  readonly supporters: readonly SupporterWays[];
}

/**
 * Looks for all ways of one resident's evacuation: home to destination, and for each supporter both ways
 * to meet. One that is missing says why, and the others are found all the same; null where it was stopped.
 *
 * @param router of the resident, alone or helped
 * @param supporterRouter of a supporter alone; may be the same one
 */
export function findChain(
  router: Router,
  supporterRouter: Router,
  { home, supporters, destinations }: ChainQuestion,
  limits: SearchLimits = {},
): FoundChain | null {
  const way = (by: Router, from: Position | null, to: Position | null, missing: Problem) =>
    from === null || to === null ? failure(missing) : oneRoute(by, from, to, limits);
  const destination = bestDestination(router, home, destinations, limits);
  if (destination === 'stopped') return null;
  const goal = destination === null ? null : destinations[destination]!;
  const missingGoal =
    destinations.length === 0 ? CHAIN_FAILURES.noDestination() : CHAIN_FAILURES.noneReached();
  const direct = way(
    router,
    home,
    goal,
    home === null ? CHAIN_FAILURES.homeNotPlaced() : missingGoal,
  );
  const isAlone = !router.metric.assessment.profile.isMovedByOthers;
  const cannot = failure(CHAIN_FAILURES.cannotGoAlone());
  const ways = supporters.map((place): SupporterWays => {
    const missing =
      home === null ? CHAIN_FAILURES.homeNotPlaced() : CHAIN_FAILURES.supporterNotPlaced();
    const toHome = way(supporterRouter, place, home, missing);
    const missingHere = place === null ? CHAIN_FAILURES.supporterNotPlaced() : missingGoal;
    const toSupporter = isAlone ? way(router, home, place, missing) : cannot;
    const fromSupporter = isAlone ? way(router, place, goal, missingHere) : cannot;
    const meeting = chooseMeeting([toHome, direct], [toSupporter, fromSupporter]);
    return { toHome, toSupporter, fromSupporter, meeting };
  });
  const all = [direct, ...ways.flatMap((one) => [one.toHome, one.toSupporter, one.fromSupporter])];
  const { code } = ROUTING_FAILURES.stopped();
  if (all.some((one) => !one.ok && one.problem.code === code)) return null;
  return { destination, direct, supporters: ways };
}

function oneRoute(router: Router, from: Position, to: Position, limits: SearchLimits) {
  const found = findRoutes(router, { from, to, via: [], mostAlternatives: 0 }, limits);
  return found.ok ? success(found.value.routes[0]!) : found;
}

/** The one that was chosen also where it cannot be reached: then it is said why. */
function bestDestination(
  router: Router,
  home: Position | null,
  destinations: readonly Position[],
  limits: SearchLimits,
): number | 'stopped' | null {
  if (destinations.length === 1) return 0;
  const start = home === null ? null : snapToRouter(router, home);
  if (start === null || !start.ok) return null;
  const reachable = destinations.flatMap((position, number) => {
    const end = snapToRouter(router, position);
    return end.ok ? [{ number, place: end.value.place }] : [];
  });
  const tree = treeToEnds(
    router.metric,
    reachable.map(({ place }) => place),
    limits,
  );
  if (tree === null) return 'stopped';
  const best = findBestEnd(tree, start.value.place);
  return best === null ? null : reachable[best.end]!.number;
}
