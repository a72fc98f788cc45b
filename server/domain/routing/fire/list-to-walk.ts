import { type FireRow, shownReach } from './fire-reach.ts';

/** A road that somebody has to look at, and how many people it stands before. */
export interface RoadToWalk {
  /** By its number in the table. */
  readonly road: number;
  readonly people: number;
  /** Of these: for whom it is all that stands before them, and looking at it decides. */
  readonly decidedAlone: number;
}

/**
 * Roads with an unknown answer on the way of the vehicle, those with most people behind first; who is
 * reached by known roads as near counts nowhere.
 *
 * @param people how many stand for each row; one each where left out
 */
export function listToWalk(rows: readonly FireRow[], people?: readonly number[]): RoadToWalk[] {
  const tallies = new Map<number, { people: number; decidedAlone: number }>();
  for (const [at, row] of rows.entries()) {
    const roads = shownReach(row)?.unknownRoads ?? [];
    const count = people?.[at] ?? 1;
    for (const road of roads) {
      const tally = tallies.get(road) ?? { people: 0, decidedAlone: 0 };
      tallies.set(road, tally);
      tally.people += count;
      if (roads.length === 1) tally.decidedAlone += count;
    }
  }
  return [...tallies]
    .map(([road, tally]) => ({ road, ...tally }))
    .sort((a, b) => b.people - a.people || a.road - b.road);
}
