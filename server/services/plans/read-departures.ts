import type { z } from 'zod';
import type { Departures, departureQuerySchema } from '#contract/plan-departures';
import type { Position } from '#domain/geo/position';
import type { Booking } from '#domain/plan/booking';
import { findBookings, type HelperTimeline } from '#domain/plan/bookings';
import { groupHelpers } from '#domain/plan/helper-key';
import type { PlanSupporter } from '#domain/plan/plan';
import { type PlanDepartureAnswer, planDeparture } from '#domain/plan/plan-departure';
import { type Result, success } from '#domain/problem';
import type { WaySummary } from '#domain/routing/pair-ways';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import { withActor } from '../../db/actor.ts';
import { type PlanInWork, selectPlansInWork } from '../../db/queries/read/plans-in-work.ts';
import type { ServiceContext } from '../context.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { RoutingService } from '../routing/routing-service.ts';
import { travellerOf } from '../routing/travellers.ts';

interface Sources {
  readonly context: Pick<ServiceContext, 'database' | 'actor'>;
  readonly routing: RoutingService;
  readonly municipality: MunicipalityVersions;
  readonly signal: AbortSignal;
}
type Pair = readonly [Position, Position];
type Query = z.output<typeof departureQuerySchema>;
interface Reckoned {
  readonly plan: PlanInWork;
  readonly departure: PlanDepartureAnswer;
  readonly waySeconds: readonly (number | null)[];
}

/** Ways back that are looked for: those of helpers with more are left open, and counted as unknown. */
const MOST_WAYS_BACK = 2000;

/** When every plan of a district has to be begun, and which helpers are asked to be at two places at once. */
export async function readDepartures(
  sources: Sources,
  { district, within3, within4 }: Query,
): Promise<Result<Departures>> {
  const { context, municipality } = sources;
  const { database, actor } = context;
  const plans = await withActor(database, actor, municipality.code, (tx) =>
    selectPlansInWork(tx, municipality.code, district ?? null),
  );
  const ways = await askWays(sources, plans.flatMap(supporterPairs));
  if (!ways.ok) return ways;
  let next = 0;
  const reckoned = plans.map((plan): Reckoned => {
    const waySeconds = plan.content.supporters.map((supporter) =>
      pairOf(supporter, plan) === null ? null : (ways.value.found[next++]?.seconds ?? null),
    );
    const arrivalMinutes = { 3: within3, 4: within4 };
    const departure = planDeparture({ plan: plan.content, waySeconds, arrivalMinutes });
    return { plan, waySeconds, departure };
  });
  const bookings = reckoned.flatMap(bookingOf);
  const back = await waysBack(sources, reckoned, bookings);
  if (!back.ok) return back;
  const helpers = findBookings(bookings, (from, to) => back.value.get(`${from} ${to}`) ?? null)
    .filter(({ planIds }) => planIds.length > 1)
    .map(helperOnWire);
  return success({
    plans: reckoned.map(onWire).sort(byStart),
    tooLate: reckoned
      .flatMap(({ plan, departure: { lateByMinutes } }) =>
        lateByMinutes === null ? [] : [{ residentId: plan.residentId, lateByMinutes }],
      )
      .sort((a, b) => b.lateByMinutes - a.lateByMinutes),
    ...{ helpers, data: ways.value.data },
  });
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
  { routing, municipality, signal }: Sources,
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
function bookingOf({ plan, departure, waySeconds }: Reckoned): Booking[] {
  const { content, residentId } = plan;
  const at = content.supporters.findIndex(({ id }) => id === departure.supporterId);
  const supporter = content.supporters[at];
  if (supporter === undefined) return [];
  const { name, phone, address, hasVehicle, readyMinutes } = supporter;
  const isDriven = content.means === 'car' || content.means === 'welfare-taxi';
  return [
    {
      planId: residentId,
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
async function waysBack(
  sources: Sources,
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

function onWire({ plan, departure }: Reckoned): Departures['plans'][number] {
  const { residentId, name, district, stage, content } = plan;
  return {
    ...{ residentId, name, district, stage, startAt: content.departure.startAt },
    ...departure,
    missing: [...departure.missing],
    lines: departure.lines.map((line) => ({ ...line })),
  };
}

function byStart(a: Departures['plans'][number], b: Departures['plans'][number]): number {
  const of = (one: typeof a) => one.latestStartMinutes ?? Infinity;
  return of(a) === of(b) ? (a.residentId < b.residentId ? -1 : 1) : of(a) - of(b);
}

function helperOnWire(timeline: HelperTimeline): Departures['helpers'][number] {
  const { helper, isSure, planIds, blocks, clashes, openPlanIds, order } = timeline;
  const renamed = <One extends { readonly planId: string }>({ planId, ...rest }: One) => ({
    ...rest,
    residentId: planId,
  });
  return {
    ...{ name: helper.name, isSure, residentIds: [...planIds], blocks: blocks.map(renamed) },
    clashes: clashes.map(({ planIds: [first, second], ...rest }) => ({
      ...rest,
      residentIds: [first, second],
    })),
    openResidentIds: [...openPlanIds],
    order: order && {
      stops: order.stops.map(renamed),
      unknownWaysBack: order.unknownWaysBack,
    },
  };
}
