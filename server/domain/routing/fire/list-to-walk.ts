import { type FireAnswer, type FireRow, shownReach } from './fire-reach.ts';

/** How a vehicle comes to somebody, and what was answered for them. */
export interface AnsweredRow {
  readonly row: FireRow;
  readonly answer: FireAnswer | 'undetermined';
}

/** A road that somebody has to look at, and how many people it stands before. */
export interface RoadToWalk {
  /** By its number in the table. */
  readonly road: number;
  /** Of those who are answered with `check-on-site`. */
  readonly people: number;
  /** Of these: for whom it is all that stands before them, and looking at it decides. */
  readonly decidedAlone: number;
  /** Who is not reached even if it passes, or lives nobody knows where exactly: it bears on them too. */
  readonly others: number;
}

/**
 * Roads with an unknown answer on the way of the vehicle, those with most people behind first; who is
 * reached by known roads as near counts nowhere. People are those of the figure `check-on-site`, so that
 * no road has more of them behind it than there are.
 */
export function listToWalk(answered: readonly AnsweredRow[]): RoadToWalk[] {
  const tallies = new Map<number, { people: number; decidedAlone: number; others: number }>();
  for (const { row, answer } of answered) {
    const roads = shownReach(row)?.unknownRoads ?? [];
    for (const road of roads) {
      const tally = tallies.get(road) ?? { people: 0, decidedAlone: 0, others: 0 };
      tallies.set(road, tally);
      if (answer !== 'check-on-site') tally.others += 1;
      else {
        tally.people += 1;
        if (roads.length === 1) tally.decidedAlone += 1;
      }
    }
  }
  return [...tallies]
    .map(([road, tally]) => ({ road, ...tally }))
    .sort((a, b) => b.people - a.people || b.others - a.others || a.road - b.road);
}
