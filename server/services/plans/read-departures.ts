import type { z } from 'zod';
import type { Departures, departureQuerySchema } from '#contract/plan-departures';
import { findBookings, type HelperTimeline } from '#domain/plan/bookings';
import { type Result, success } from '#domain/problem';
import {
  bookingOf,
  type DepartureSources,
  type Reckoned,
  reckonPlans,
  waysBack,
} from './reckon-plans.ts';

/** When every plan of a district has to be begun, and which helpers are asked to be at two places at once. */
export async function readDepartures(
  sources: DepartureSources,
  { district, within3, within4 }: z.output<typeof departureQuerySchema>,
): Promise<Result<Departures>> {
  const plans = await reckonPlans(sources, district ?? null, { 3: within3, 4: within4 });
  if (!plans.ok) return plans;
  const { reckoned, data } = plans.value;
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
    ...{ helpers, data },
  });
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
  const { helper, isSure, level, planIds, blocks, clashes, openPlanIds, order } = timeline;
  const renamed = <One extends { readonly planId: string }>({ planId, ...rest }: One) => ({
    ...rest,
    residentId: planId,
  });
  return {
    ...{ name: helper.name, isSure, level },
    ...{ residentIds: [...planIds], blocks: blocks.map(renamed) },
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
