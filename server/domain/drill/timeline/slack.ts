import type { DrillStep } from '../drill.ts';
import type { Schedule, Task } from './schedule.ts';

export interface PlannedStep {
  readonly stepId: string;
  readonly startMinute: number;
  readonly endMinute: number;
  /** Minutes by which it may be late, all else as planned, before the whole ends later. */
  readonly slackMinutes: number;
  /** Which of its role does it, counted from 0. */
  readonly person: number;
}

/**
 * Slack of each step of a schedule, and the steps that fix its end. Beside what waits for what, a step waits
 * for the one that the same person does before.
 */
export function slackOf(
  steps: readonly DrillStep[],
  tasks: readonly Task[],
  { starts, endMinute }: Schedule,
  staff: readonly number[],
): { planned: PlannedStep[]; criticalPath: string[] } {
  const endOf = (task: number) => starts[task]! + tasks[task]!.minutes;
  // What takes no time comes before what begins at the same minute, if that waits for it.
  const depths = depthsOf(tasks);
  const inTime = tasks
    .map((_, task) => task)
    .sort((a, b) => starts[a]! - starts[b]! || depths[a]! - depths[b]! || a - b);
  const { people, lastOf } = assignPeople(tasks, staff, inTime, starts, endOf);
  const before = tasks.map(({ after }, task) =>
    lastOf[task] === -1 ? [...after] : [...after, lastOf[task]!],
  );
  const latestEnds = tasks.map(() => endMinute);
  for (const task of inTime.toReversed())
    for (const other of before[task]!)
      latestEnds[other] = Math.min(latestEnds[other]!, latestEnds[task]! - tasks[task]!.minutes);
  const planned = steps.map(({ id }, task) => ({
    stepId: id,
    startMinute: starts[task]!,
    endMinute: endOf(task),
    slackMinutes: latestEnds[task]! - endOf(task),
    person: people[task]!,
  }));
  const path: number[] = [];
  let at = inTime.findLast((task) => endOf(task) === endMinute);
  while (at !== undefined) {
    path.unshift(at);
    const start: number = starts[at]!;
    at = before[at]!.find((other) => endOf(other) === start && !path.includes(other));
  }
  return { planned, criticalPath: path.map((task) => steps[task]!.id) };
}

/**
 * Who of a role does what. A step that waited for nothing but people is done by who became free last, so that
 * the waiting is seen; any other by who is free longest, so that nobody seems to wait for somebody.
 */
function assignPeople(
  tasks: readonly Task[],
  staff: readonly number[],
  inTime: readonly number[],
  starts: readonly number[],
  endOf: (task: number) => number,
): { people: number[]; lastOf: number[] } {
  const people = tasks.map(() => 0);
  const lastOf = tasks.map(() => -1);
  const lastTasks = new Map<number, number[]>();
  for (const task of inTime) {
    const { role, minutes, after, notBefore } = tasks[task]!;
    if (minutes === 0) continue;
    const own = lastTasks.get(role) ?? [];
    lastTasks.set(role, own);
    const start = starts[task]!;
    const free = own
      .map((last, person) => ({ person, last, end: endOf(last) }))
      .filter(({ end }) => end <= start)
      .sort((a, b) => a.end - b.end || a.person - b.person);
    const isDue = start === notBefore || after.some((other) => endOf(other) === start);
    const isFresh = isDue && own.length < staff[role]!;
    const chosen = isFresh ? undefined : free.at(isDue ? 0 : -1);
    people[task] = chosen?.person ?? own.length;
    lastOf[task] = chosen?.last ?? -1;
    own[people[task]!] = task;
  }
  return { people, lastOf };
}

/** How many steps lie before each at the most. */
function depthsOf(tasks: readonly Task[]): number[] {
  const depths = tasks.map(() => -1);
  const depthOf = (task: number): number => {
    if (depths[task] === -1)
      depths[task] = Math.max(0, ...tasks[task]!.after.map((other) => depthOf(other) + 1));
    return depths[task]!;
  };
  for (const task of tasks.keys()) depthOf(task);
  return depths;
}
