import type { Booking } from './booking.ts';

/** One after the other, begun with the level: when each person has arrived, and by how much that is too late. */
export interface HelperOrder {
  readonly stops: readonly {
    readonly planId: string;
    readonly startMinutes: number;
    readonly arrivedMinutes: number;
    /** 0 where it is not too late. */
    readonly lateByMinutes: number;
  }[];
  /** Plans that cannot be put in order, as times of theirs are not known. */
  readonly openPlanIds: readonly string[];
  /** Ways back between two people that were not known and are left out: it takes longer. */
  readonly unknownWaysBack: number;
}

/** Up to so many every order is tried; more are done by what is due first. */
const MOST_TRIED = 7;

interface Task {
  readonly planId: string;
  readonly readyMinutes: number;
  /** From setting out until the person has arrived. */
  readonly workMinutes: number;
  readonly dueMinutes: number;
}

/**
 * The order in which one helper could do all with the fewest late, then the least lateness, then the
 * earliest end. Found among all orders for a few plans; for many by due time (Jackson's rule, which is
 * optimal for the greatest lateness where ways back do not count).
 */
export function orderOf(
  own: readonly Booking[],
  backMinutes: (fromPlanId: string, toPlanId: string) => number | null,
): HelperOrder {
  const tasks = own.flatMap(taskOf);
  const openPlanIds = own.filter((one) => taskOf(one).length === 0).map(({ planId }) => planId);
  const byDue = tasks.toSorted(
    (a, b) => a.dueMinutes - b.dueMinutes || (a.planId < b.planId ? -1 : 1),
  );
  let best = walk(byDue, backMinutes);
  if (tasks.length <= MOST_TRIED)
    for (const order of permutations(byDue)) {
      const tried = walk(order, backMinutes);
      if (isBetter(tried, best)) best = tried;
    }
  return { stops: best.stops, openPlanIds, unknownWaysBack: best.unknownWaysBack };
}

function taskOf(booking: Booking): Task[] {
  const { planId, latestStartMinutes, readyMinutes, wayMinutes } = booking;
  const { preparationMinutes, travelMinutes } = booking;
  if (
    latestStartMinutes === null ||
    readyMinutes === null ||
    wayMinutes === null ||
    preparationMinutes === null ||
    travelMinutes === null
  )
    return [];
  const workMinutes = wayMinutes + preparationMinutes + travelMinutes;
  const dueMinutes = latestStartMinutes + readyMinutes + workMinutes;
  return [{ planId, readyMinutes, workMinutes, dueMinutes }];
}

interface Walked {
  readonly stops: HelperOrder['stops'];
  readonly unknownWaysBack: number;
}

function walk(
  order: readonly Task[],
  backMinutes: (fromPlanId: string, toPlanId: string) => number | null,
): Walked {
  let now = 0;
  let unknownWaysBack = 0;
  let before: Task | null = null;
  const stops = order.map((task) => {
    // Who is on the way already needs no time to get ready.
    let startMinutes = before === null ? task.readyMinutes : now;
    if (before !== null) {
      const back = backMinutes(before.planId, task.planId);
      if (back === null) unknownWaysBack += 1;
      startMinutes += back ?? 0;
    }
    now = startMinutes + task.workMinutes;
    before = task;
    const lateByMinutes = Math.max(0, Math.ceil(now - task.dueMinutes));
    return { planId: task.planId, startMinutes, arrivedMinutes: now, lateByMinutes };
  });
  return { stops, unknownWaysBack };
}

function isBetter(a: Walked, b: Walked): boolean {
  const [one, other] = [costsOf(a), costsOf(b)];
  for (const [at, value] of one.entries())
    if (value !== other[at]) return value < (other[at] ?? Infinity);
  return false;
}

function costsOf({ stops }: Walked): number[] {
  const late = stops.map(({ lateByMinutes }) => lateByMinutes);
  return [
    late.filter((minutes) => minutes > 0).length,
    late.reduce((sum, minutes) => sum + minutes, 0),
    stops.at(-1)?.arrivedMinutes ?? 0,
  ];
}

function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length <= 1) {
    yield items;
    return;
  }
  for (const [at, first] of items.entries())
    for (const rest of permutations(items.filter((_, other) => other !== at)))
      yield [first, ...rest];
}
