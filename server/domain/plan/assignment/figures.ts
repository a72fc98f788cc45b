import {
  type AssignmentQuestion,
  type DestinationUse,
  type PlacedPerson,
  type ProposalFigures,
  UNPLACED_CODES,
} from './proposal.ts';

/** How each destination that anybody goes to is filled, in the order of the question. */
export function usesOf(
  { destinations }: Pick<AssignmentQuestion, 'destinations'>,
  people: readonly PlacedPerson[],
): DestinationUse[] {
  const counts = new Uint32Array(destinations.length);
  for (const { destination } of people) if (destination !== null) counts[destination]! += 1;
  return destinations.flatMap(({ capacity, planned }, destination): DestinationUse[] => {
    const placed = counts[destination]!;
    if (placed === 0) return [];
    const over = capacity === null ? 0 : Math.max(0, planned + placed - capacity);
    return [{ destination, capacity, planned, placed, over }];
  });
}

/** What a proposal comes to; ways that are not known are counted and never taken for nothing. */
export function figuresOf(
  people: readonly PlacedPerson[],
  uses: readonly DestinationUse[],
): ProposalFigures {
  const ways = people.flatMap(({ way }) => (way === null ? [] : [way]));
  const seconds = ways.map((way) => way.seconds);
  const placed = people.filter(({ unplaced }) => unplaced === null);
  const unplaced = Object.fromEntries(
    UNPLACED_CODES.map((code) => [code, people.filter((one) => one.unplaced === code).length]),
  ) as ProposalFigures['unplaced'];
  const limited = uses.filter(({ capacity }) => capacity !== null);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    people: people.length,
    placed: placed.length,
    fixed: people.filter(({ isFixed }) => isFixed).length,
    unplaced,
    redMeters: sum(ways.map((way) => way.redMeters)),
    peopleInRed: ways.filter(({ redMeters }) => redMeters > 0).length,
    farthestSeconds: seconds.reduce<number | null>(
      (most, one) => (most === null || one > most ? one : most),
      null,
    ),
    meanSeconds: seconds.length === 0 ? null : sum(seconds) / seconds.length,
    waysUnknown: placed.length - ways.length,
    capacityUsed: sum(limited.map((use) => use.placed)),
    capacityKnown: sum(limited.map(({ capacity }) => capacity ?? 0)),
    placedAtUnknownCapacity: sum(
      uses.filter(({ capacity }) => capacity === null).map((use) => use.placed),
    ),
  };
}
