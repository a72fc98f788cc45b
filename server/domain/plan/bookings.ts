import type { Booking } from './booking.ts';
import { groupHelpers, type NamedHelper } from './helper-key.ts';
import { type HelperOrder, orderOf } from './helper-order.ts';
import type { DepartureLevel } from './plan.ts';

export const BLOCK_PARTS = ['ready', 'way', 'preparation', 'travel'] as const;

/** A stretch of a timeline. */
export interface Block {
  readonly planId: string;
  readonly part: (typeof BLOCK_PARTS)[number];
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export interface Clash {
  readonly planIds: readonly [string, string];
  /** When both need the helper. */
  readonly fromMinutes: number;
  readonly toMinutes: number;
  readonly withVehicle: boolean;
}

/** All that one helper is asked to do once a level was declared. */
export interface HelperTimeline {
  readonly helper: NamedHelper;
  /** False where only the name is the same: perhaps they are two people. */
  readonly isSure: boolean;
  readonly level: DepartureLevel;
  readonly planIds: readonly string[];
  /** Each plan begun as late as it may be; in the order of time. */
  readonly blocks: readonly Block[];
  readonly clashes: readonly Clash[];
  /** Plans whose times are not known, so that no clash with them can be ruled out. */
  readonly openPlanIds: readonly string[];
  /** In which order one could do all; null where there is one plan alone. */
  readonly order: HelperOrder | null;
}

/**
 * Who of a district's helpers is asked to be at two places at once, when every plan is begun as late as it
 * may be: those with a clash first, then the busiest. Minutes after one level say nothing of those after
 * another, which may come hours later: each level has a timeline of its own.
 *
 * @param backMinutes from where one plan ends to where another begins; null = not known
 */
export function findBookings(
  bookings: readonly Booking[],
  backMinutes: (fromPlanId: string, toPlanId: string) => number | null,
): HelperTimeline[] {
  const groups = groupHelpers(bookings.map(({ helper }) => helper));
  return groups
    .flatMap(({ members, isSure }) => {
      const own = members.map((at) => bookings[at]!);
      const levels = [...new Set(own.map(({ level }) => level))].sort();
      return levels.map((level) =>
        timelineOf(
          own.filter((one) => one.level === level),
          isSure,
          backMinutes,
        ),
      );
    })
    .sort(
      (a, b) =>
        b.clashes.length - a.clashes.length ||
        b.planIds.length - a.planIds.length ||
        (a.helper.name < b.helper.name ? -1 : a.helper.name > b.helper.name ? 1 : 0),
    );
}

function timelineOf(
  own: readonly Booking[],
  isSure: boolean,
  backMinutes: (fromPlanId: string, toPlanId: string) => number | null,
): HelperTimeline {
  const blocks = own.flatMap(blocksOf).sort((a, b) => a.fromMinutes - b.fromMinutes);
  const open = own.filter((one) => blocksOf(one).length === 0).map(({ planId }) => planId);
  return {
    helper: own[0]!.helper,
    isSure,
    level: own[0]!.level,
    planIds: own.map(({ planId }) => planId),
    blocks,
    clashes: clashesOf(own),
    openPlanIds: own.length > 1 ? open : [],
    order: own.length < 2 ? null : orderOf(own, backMinutes),
  };
}

/** None where the start or any piece is not known: half of a timeline would look like free time. */
export function blocksOf(booking: Booking): Block[] {
  const { planId, latestStartMinutes, readyMinutes, wayMinutes } = booking;
  const { preparationMinutes, travelMinutes } = booking;
  if (latestStartMinutes === null) return [];
  const lengths = [readyMinutes, wayMinutes, preparationMinutes, travelMinutes];
  const blocks: Block[] = [];
  let fromMinutes = latestStartMinutes;
  for (const [at, minutes] of lengths.entries()) {
    if (minutes === null) return [];
    const toMinutes = fromMinutes + minutes;
    blocks.push({ planId, part: BLOCK_PARTS[at]!, fromMinutes, toMinutes });
    fromMinutes = toMinutes;
  }
  return blocks;
}

function clashesOf(own: readonly Booking[]): Clash[] {
  const spans = own.flatMap((booking) => {
    // Until somebody sets out they may be anywhere.
    const blocks = blocksOf(booking).filter(({ part }) => part !== 'ready');
    const [first, last] = [blocks[0], blocks.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ booking, from: first.fromMinutes, to: last.toMinutes }];
  });
  return spans.flatMap((one, at) =>
    spans.slice(at + 1).flatMap((other): Clash[] => {
      const fromMinutes = Math.max(one.from, other.from);
      const toMinutes = Math.min(one.to, other.to);
      if (fromMinutes >= toMinutes || one.booking.planId === other.booking.planId) return [];
      return [
        {
          planIds: [one.booking.planId, other.booking.planId],
          ...{ fromMinutes, toMinutes },
          withVehicle: one.booking.withVehicle && other.booking.withVehicle,
        },
      ];
    }),
  );
}
