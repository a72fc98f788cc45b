import type { Placement } from '#contract/plan-proposal';
import { waysOfPlace } from '#domain/plan/assignment/destination-groups';
import type { OtherChoice, PersonToPlace, PlacedPerson } from '#domain/plan/assignment/proposal';
import { proposeAssignment } from '#domain/plan/assignment/propose';
import type { SolveLinear } from '#domain/plan/assignment/solve';
import { type ProposedHelper, proposeHelpers } from '#domain/plan/assignment/supporters';
import { type Result, success } from '#domain/problem';
import type { Assigned, AssignOrder } from './assign-order.ts';

/** More is not told of those that went to others. */
const MOST_OTHERS = 3;

/** Places everybody and gives supporters, in words of the wire; on the thread that calls it. */
export function assign(order: AssignOrder, solver: SolveLinear): Result<Assigned> {
  const began = performance.now();
  let solveMillis = 0;
  const solve: SolveLinear = (model, isWhole) => {
    const start = performance.now();
    const solution = solver(model, isWhole);
    solveMillis += performance.now() - start;
    return solution;
  };
  const { destinations, unknownCapacity } = order;
  const people = order.people.map((person) => personOf(order, person));
  const proposal = proposeAssignment(
    { people, destinations, unknownCapacity },
    order.weights,
    solve,
  );
  if (!proposal.ok) return proposal;
  const helped = helpersOf(order, solve);
  if (!helped.ok) return helped;
  const idOf = (destination: number) => destinations[destination]!.id;
  const placements = proposal.value.people.map((placed, at): Placement => {
    const { toHelp, travel } = order.people[at]!;
    return {
      ...placementOf(placed, idOf),
      travel: {
        profile: travel.profileId,
        isAssumed: travel.isAssumed,
        because: { ...travel.because },
      },
      supporter: toHelp === null ? null : supporterOf(order, helped.value[toHelp] ?? null),
    };
  });
  const given = helped.value.filter(({ helper }) => helper !== null).length;
  return success({
    placements,
    figures: {
      ...proposal.value.figures,
      supportersProposed: given,
      withoutSupporter: helped.value.length - given,
    },
    uses: proposal.value.uses.map(({ destination, ...use }) => ({
      shelterId: idOf(destination),
      ...use,
    })),
    times: { solveMillis, modelMillis: performance.now() - began - solveMillis },
  });
}

function personOf(
  { answers, groups }: AssignOrder,
  { id, facts, fixed, ways }: AssignOrder['people'][number],
): PersonToPlace {
  return {
    ...{ id, facts, fixed },
    ways: ways === null ? 'no-position' : waysOfPlace(answers[ways.answer]!, groups, ways.place),
  };
}

function helpersOf(
  { people, helpers, reached, mostHelped }: AssignOrder,
  solve: SolveLinear,
): Result<ProposedHelper[]> {
  if (reached === null) return success([]);
  const toHelp = people
    .filter((person) => person.toHelp !== null)
    .sort((a, b) => (a.toHelp ?? 0) - (b.toHelp ?? 0))
    .map(({ id }, at) => {
      const [first, end] = [reached.firsts[at]!, reached.firsts[at + 1]!];
      const numbers = Array.from(reached.origins.subarray(first, end));
      return {
        id,
        reached: numbers.map((helper, rank) => ({
          helper,
          seconds: Math.round(reached.seconds[first + rank]!),
        })),
      };
    });
  const known = helpers.map(({ name, helps }) => ({ id: name, helps }));
  return proposeHelpers(toHelp, known, mostHelped, solve);
}

function placementOf(
  { destination, isFixed, way, reasons, givenToOthers, nextBest, unplaced }: PlacedPerson,
  idOf: (destination: number) => string,
): Omit<Placement, 'travel' | 'supporter'> {
  const other = (choice: OtherChoice) => ({
    shelterId: idOf(choice.destination),
    redMeters: choice.redMeters,
    seconds: choice.seconds,
    moreCost: choice.moreCost,
  });
  return {
    shelterId: destination === null ? null : idOf(destination),
    isFixed,
    redMeters: way?.redMeters ?? null,
    seconds: way?.seconds ?? null,
    reasons: reasons.map((reason) => ({ ...reason })),
    givenToOthers: givenToOthers.slice(0, MOST_OTHERS).map(other),
    nextBest: nextBest === null ? null : other(nextBest),
    unplaced,
  };
}

function supporterOf(
  { helpers }: AssignOrder,
  proposed: ProposedHelper | null,
): Placement['supporter'] {
  if (proposed === null) return null;
  const { helper, seconds, nextBest, unplaced } = proposed;
  return {
    helper: helper === null ? null : { ...helpers[helper]! },
    seconds,
    nextBest: nextBest && {
      name: helpers[nextBest.helper]!.name,
      moreSeconds: nextBest.moreSeconds,
    },
    unplaced,
  };
}
