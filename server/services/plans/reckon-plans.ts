import type { Departures } from '#contract/plan-departures';
import type { Position } from '#domain/geo/position';
import type { Booking } from '#domain/plan/booking';
import { groupHelpers } from '#domain/plan/helper-key';
import type { PlanSupporter } from '#domain/plan/plan';
import {
  type ArrivalMinutes,
  type PlanDepartureAnswer,
  planDeparture,
} from '#domain/plan/plan-departure';
import { type Result, success } from '#domain/problem';
import type { WaySummary } from '#domain/routing/pair-ways';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import { withActor } from '../../db/actor.ts';
import { type PlanInWork, selectPlansInWork } from '../../db/queries/read/plans-in-work.ts';
import type { ServiceContext } from '../context.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { RoutingService } from '../routing/routing-service.ts';
import { travellerOf } from '../routing/travellers.ts';

/** What latest starts are reckoned from. */
export interface DepartureSources {
  readonly context: Pick<ServiceContext, 'database' | 'actor'>;
  readonly routing: RoutingService;
  readonly municipality: MunicipalityVersions;
  readonly signal: AbortSignal;
}
type Pair = readonly [Position, Position];
/** A plan in work with its latest start. */
export interface Reckoned {
  readonly plan: PlanInWork;
  readonly departure: PlanDepartureAnswer;
  readonly waySeconds: readonly (number | null)[];
}

/** Ways back that are looked for: those of helpers with more are left open, and counted as unknown. */
const MOST_WAYS_BACK = 2000;

/** When every plan of a district (null = of all) has to be begun, of those whose plan the actor sees. */
export async function reckonPlans(
  sources: DepartureSources,
  district: string | null,
  arrivalMinutes: ArrivalMinutes,
): Promise<Result<{ readonly reckoned: readonly Reckoned[]; readonly data: Departures['data'] }>> {
  const { context, municipality } = sources;
  const { database, actor } = context;
  const plans = await withActor(database, actor, municipality.code, (tx) =>
    selectPlansInWork(tx, municipality.code, district),
  );
  const ways = await askWays(sources, plans.flatMap(supporterPairs));
  if (!ways.ok) return ways;
  let next = 0;
  const reckoned = plans.map((plan): Reckoned => {
    const waySeconds = plan.content.supporters.map((supporter) =>
      pairOf(supporter, plan) === null ? null : (ways.value.found[next++]?.seconds ?? null),
    );
    const departure = planDeparture({ plan: plan.content, waySeconds, arrivalMinutes });
    return { plan, waySeconds, departure };
  });
  return success({ reckoned, data: ways.value.data });
}

function pairOf({ place }: PlanSupporter, { lng, lat }: PlanInWork): Pair | null {
  if (place.position === null || lng === null || lat === null) return null;
  return [
    [place.position.lng, place.position.lat],
    [lng, lat],
  ];
}

function supporterPairs(plan: PlanInWork): Pair[] {
  return plan.content.supporters.flatMap((supporter) => {
    const pair = pairOf(supporter, plan);
    return pair === null ? [] : [pair];
  });
}

interface Ways {
  readonly found: readonly (WaySummary | null)[];
  readonly data: Departures['data'];
}

/** Without roads no way is known, and the rest is told all the same. */
async function askWays(
  { routing, municipality, signal }: DepartureSources,
  pairs: readonly Pair[],
): Promise<Result<Ways>> {
  if (pairs.length === 0) return success({ found: [], data: null });
  const traveller = travellerOf('walking-elderly', false);
  if (!traveller.ok) return traveller;
  const order = { kind: 'pairs', traveller: traveller.value, pairs } as const;
  const answer = await routing.ask(municipality, order, signal);
  if (!answer.ok)
    return answer.problem.code === ROUTING_FAILURES.noRoads().code
      ? success({ found: [], data: null })
      : answer;
  const { found, dates, isCurrent } = answer.value;
  const roads = dates.roads.map((one) => ({ ...one }));
  return success({ found: found.ways, data: { roads, zones: [...dates.zones], isCurrent } });
}

/** The supporter who was reckoned with: others stand in and are not booked. */
export function bookingOf({ plan, departure, waySeconds }: Reckoned): Booking[] {
  const { content, residentId } = plan;
  const at = content.supporters.findIndex(({ id }) => id === departure.supporterId);
  const supporter = content.supporters[at];
  if (supporter === undefined) return [];
  const { name, phone, address, hasVehicle, readyMinutes } = supporter;
  const isDriven = content.means === 'car' || content.means === 'welfare-taxi';
  return [
    {
      planId: residentId,
      level: content.departure.startAt,
      helper: { name, phone, address },
      withVehicle: isDriven && hasVehicle === true,
      latestStartMinutes: departure.latestStartMinutes,
      readyMinutes,
      wayMinutes: minutesOf(waySeconds[at]),
      preparationMinutes: content.departure.preparationMinutes,
      travelMinutes: minutesOf(content.route?.durationSeconds),
    },
  ];
}

const minutesOf = (seconds: number | null | undefined): number | null =>
  seconds === null || seconds === undefined ? null : Math.ceil(seconds / 60);

/** From each destination to the next home, of helpers whom more than one plan names; in minutes. */
export async function waysBack(
  sources: DepartureSources,
  reckoned: readonly Reckoned[],
  bookings: readonly Booking[],
): Promise<Result<ReadonlyMap<string, number>>> {
  const plans = new Map(reckoned.map(({ plan }) => [plan.residentId, plan]));
  const asked: { readonly key: string; readonly pair: Pair }[] = [];
  for (const { members } of groupHelpers(bookings.map(({ helper }) => helper)))
    for (const from of members)
      for (const to of members) {
        const [a, b] = [bookings[from]!.planId, bookings[to]!.planId];
        const goal = plans.get(a)?.content.destination?.place.position ?? null;
        const { lng = null, lat = null } = plans.get(b) ?? {};
        if (from === to || goal === null || lng === null || lat === null) continue;
        if (asked.length === MOST_WAYS_BACK) break;
        asked.push({
          key: `${a} ${b}`,
          pair: [
            [goal.lng, goal.lat],
            [lng, lat],
          ],
        });
      }
  const ways = await askWays(
    sources,
    asked.map(({ pair }) => pair),
  );
  if (!ways.ok) return ways;
  return success(
    new Map(
      asked.flatMap(({ key }, at) => {
        const minutes = minutesOf(ways.value.found[at]?.seconds);
        return minutes === null ? [] : [[key, minutes] as const];
      }),
    ),
  );
}
