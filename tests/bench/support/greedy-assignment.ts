import type { Placement } from '#contract/plan-proposal';
import { waysOfPlace } from '#domain/plan/assignment/destination-groups';
import { NEAREST_LOOKED_AT } from '#domain/plan/assignment/propose';
import { placementCost, UNPLACED_COST } from '#domain/plan/assignment/weights';
import { reasonsOfPlace } from '#domain/plan/destinations';
import type { AssignOrder } from '../../../server/services/plans/assign-order.ts';

/** Everybody in turn to the cheapest of their destinations that still has room. */
export function assignGreedily(order: AssignOrder) {
  const left = order.destinations.map(({ capacity }) => capacity ?? Infinity);
  const sum = { cost: 0, unplaced: 0, redMeters: 0 };
  for (const number of order.people.keys()) {
    const choice = choicesOf(order, number).find(({ to }) => (left[to] ?? 0) > 0);
    if (choice === undefined) {
      sum.cost += UNPLACED_COST;
      sum.unplaced += 1;
      continue;
    }
    left[choice.to] = (left[choice.to] ?? 0) - 1;
    sum.cost += choice.cost;
    sum.redMeters += choice.redMeters;
  }
  return sum;
}

/** What placements cost by the same weights. */
export function costOf(order: AssignOrder, placements: readonly Placement[]): number {
  return placements.reduce((sum, { shelterId }, number) => {
    const choice = choicesOf(order, number).find(
      ({ to }) => order.destinations[to]?.id === shelterId,
    );
    return sum + (choice?.cost ?? UNPLACED_COST);
  }, 0);
}

function choicesOf(
  { people, destinations, answers, groups, weights }: AssignOrder,
  number: number,
) {
  const { facts, ways } = people[number]!;
  const found = ways === null ? [] : waysOfPlace(answers[ways.answer]!, groups, ways.place);
  return (typeof found === 'string' ? [] : found)
    .flatMap((way) => {
      const reasons = reasonsOfPlace(facts, destinations[way.destination]!).filter(
        ({ code }) => code !== 'full' && code !== 'has-room',
      );
      if (reasons.some(({ bearing }) => bearing === 'rules-out')) return [];
      const cost = placementCost(weights, reasons, way);
      return [{ to: way.destination, redMeters: way.redMeters, cost }];
    })
    .slice(0, NEAREST_LOOKED_AT)
    .sort((a, b) => a.cost - b.cost || a.to - b.to);
}
