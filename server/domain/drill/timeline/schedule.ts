/** A step as the schedule needs it: numbers in place of ids. */
export interface Task {
  readonly minutes: number;
  readonly role: number;
  readonly after: readonly number[];
  readonly notBefore: number;
}

export interface Schedule {
  readonly starts: readonly number[];
  readonly endMinute: number;
  /** Whether no other order ends sooner; false where the search was ended before it knew. */
  readonly isShortest: boolean;
}

/** Orders that are looked at before the best so far has to do. */
const MOST_ORDERS = 3000;

/**
 * When each task begins, so that all of it ends soonest while a role of n people does at most n tasks at once.
 * Tasks are put one after the other where they fit first, those with the longest rest behind them before
 * others; then all other orders in which they can be put are gone through by branch and bound. Some order of
 * putting gives the shortest of all (Kolisch, "Serial and parallel resource-constrained project scheduling
 * methods revisited", EJOR 90, 1996), so that going through all of them is a proof.
 */
export function scheduleTasks(tasks: readonly Task[], staff: readonly number[]): Schedule {
  const tails = tailsOf(tasks);
  const starts: number[] = tasks.map(() => -1);
  let best: { starts: number[]; end: number } | null = null;
  let orders = 0;
  const least = lowerBound(tasks, staff, tails);

  const put = (count: number, end: number): void => {
    if (best !== null && (best.end <= least || orders > MOST_ORDERS)) return;
    if (count === tasks.length) {
      orders += 1;
      if (best === null || end < best.end) best = { starts: [...starts], end };
      return;
    }
    const ready = tasks.flatMap(({ after }, task) =>
      starts[task] === -1 && after.every((other) => starts[other] !== -1) ? [task] : [],
    );
    const earliest = ready.map((task) => ({ task, start: firstFit(tasks, staff, starts, task) }));
    // What does not fit in before the best so far ends makes this order useless, whatever comes next.
    if (best !== null && earliest.some(({ task, start }) => start + tails[task]! >= best!.end)) {
      orders += 1;
      return;
    }
    earliest.sort(
      (a, b) => tails[b.task]! - tails[a.task]! || a.start - b.start || a.task - b.task,
    );
    for (const { task, start } of earliest) {
      starts[task] = start;
      put(count + 1, Math.max(end, start + tasks[task]!.minutes));
      starts[task] = -1;
    }
  };
  put(0, 0);
  const found = best as { starts: number[]; end: number } | null;
  const endMinute = found?.end ?? 0;
  return {
    starts: found?.starts ?? [],
    endMinute,
    isShortest: endMinute <= least || orders <= MOST_ORDERS,
  };
}

/** For each task the minutes from its beginning to the end of all, if there were people enough. */
function tailsOf(tasks: readonly Task[]): number[] {
  const tails = tasks.map(() => -1);
  const next = tasks.map((_, task) =>
    tasks.flatMap(({ after }, other) => (after.includes(task) ? [other] : [])),
  );
  const tailOf = (task: number): number => {
    if (tails[task] === -1)
      tails[task] = tasks[task]!.minutes + Math.max(0, ...next[task]!.map(tailOf));
    return tails[task]!;
  };
  for (const task of tasks.keys()) tailOf(task);
  return tails;
}

/** It cannot end sooner than its longest chain, nor than a role needs for all of its work. */
function lowerBound(
  tasks: readonly Task[],
  staff: readonly number[],
  tails: readonly number[],
): number {
  const heads = tasks.map(() => -1);
  const headOf = (task: number): number => {
    if (heads[task] === -1) {
      const { after, notBefore } = tasks[task]!;
      heads[task] = Math.max(
        notBefore,
        ...after.map((other) => headOf(other) + tasks[other]!.minutes),
      );
    }
    return heads[task]!;
  };
  const chain = Math.max(0, ...tasks.map((_, task) => headOf(task) + tails[task]!));
  const work = staff.map((people, role) => {
    const own = tasks.flatMap((task, number) => (task.role === role ? [number] : []));
    const minutes = own.reduce((sum, task) => sum + tasks[task]!.minutes, 0);
    if (minutes === 0) return 0;
    const head = Math.min(...own.map(headOf));
    const rest = Math.min(...own.map((task) => tails[task]! - tasks[task]!.minutes));
    return head + minutes / people + rest;
  });
  return Math.max(chain, ...work);
}

/** The first minute from which a task can be done throughout: what it waits for is done, one of its role free. */
function firstFit(
  tasks: readonly Task[],
  staff: readonly number[],
  starts: readonly number[],
  task: number,
): number {
  const { minutes, role, after, notBefore } = tasks[task]!;
  const ready = Math.max(
    notBefore,
    ...after.map((other) => starts[other]! + tasks[other]!.minutes),
  );
  // What takes no time takes nobody.
  if (minutes === 0) return ready;
  const busy = tasks.flatMap((other, number) =>
    other.role === role && starts[number] !== -1 && other.minutes > 0
      ? [{ from: starts[number]!, until: starts[number]! + other.minutes }]
      : [],
  );
  const candidates = [ready, ...busy.map(({ until }) => until).filter((at) => at > ready)];
  candidates.sort((a, b) => a - b);
  return candidates.find((at) => mostAtOnce(busy, at, at + minutes) < staff[role]!)!;
}

function mostAtOnce(
  busy: readonly { readonly from: number; readonly until: number }[],
  from: number,
  until: number,
): number {
  const within = busy.filter((one) => one.from < until && one.until > from);
  const moments = [from, ...within.map((one) => one.from).filter((at) => at > from)];
  return Math.max(
    ...moments.map((at) => within.filter((one) => one.from <= at && at < one.until).length),
  );
}
