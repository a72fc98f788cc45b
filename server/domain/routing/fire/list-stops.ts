import { shownReach } from './fire-reach.ts';
import type { AnsweredRow } from './list-to-walk.ts';

/** A road that the vehicle does not go on, and how many people live beyond it. */
export interface RoadThatStops {
  /** By its number in the table. */
  readonly road: number;
  /** Of those who are answered with `on-foot`. */
  readonly people: number;
  /** Who lives nobody knows where exactly: it may stand before them too. */
  readonly others: number;
}

/** The roads at which the vehicle stops before it is there, those with most people behind first. */
export function listStops(answered: readonly AnsweredRow[]): RoadThatStops[] {
  const tallies = new Map<number, { people: number; others: number }>();
  for (const { row, answer } of answered) {
    const road = shownReach(row)?.stoppedAtRoad ?? null;
    if (road === null || (answer !== 'on-foot' && answer !== 'undetermined')) continue;
    const tally = tallies.get(road) ?? { people: 0, others: 0 };
    tallies.set(road, tally);
    if (answer === 'on-foot') tally.people += 1;
    else tally.others += 1;
  }
  return [...tallies]
    .map(([road, tally]) => ({ road, ...tally }))
    .sort((a, b) => b.people - a.people || b.others - a.others || a.road - b.road);
}
