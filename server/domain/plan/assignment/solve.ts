import { failure, type Problem, type Result, success } from '#domain/problem';
import { type AssignmentArcs, type LinearModel, linearModelOf } from './model.ts';

/** Solves a linear model; with `isWhole` its values are whole numbers. */
export type SolveLinear = (model: LinearModel, isWhole: boolean) => LinearSolution;

export type LinearSolution =
  | { readonly isOptimal: true; readonly values: Float64Array }
  | { readonly isOptimal: false; readonly status: string };

export const ASSIGNMENT_FAILURES = {
  notSolved: (status: string): Problem => ({
    code: 'plan-proposal.not-solved',
    ja: `割り当てを計算できませんでした(${status})。条件を変えてお試しください`,
    en: `The assignment could not be solved (${status}); try other conditions`,
  }),
} as const;

/** Beyond the solver's tolerance of 1e-7. */
const TOLERANCE = 1e-6;

/**
 * The cheapest assignment as the number of each person's arc, -1 for who is left out. Whole numbers are not
 * believed but looked at: where some are none, the model is solved once more with that demanded.
 *
 * @throws RangeError for an arc that costs as much as leaving somebody out; Error where the solver's answer
 * breaks a capacity, which is a bug
 */
export function solveAssignment(arcs: AssignmentArcs, solve: SolveLinear): Result<Int32Array> {
  const { personCount, firstArcs, costs, unplacedCost } = arcs;
  for (const cost of costs)
    if (!(cost >= 0 && cost < unplacedCost))
      throw new RangeError(`arc: expected a cost from 0 below ${unplacedCost}, got ${cost}`);
  if (personCount === 0) return success(new Int32Array(0));
  const model = linearModelOf(arcs);
  let solution = solve(model, false);
  if (solution.isOptimal && !isWhole(solution.values)) solution = solve(model, true);
  if (!solution.isOptimal) return failure(ASSIGNMENT_FAILURES.notSolved(solution.status));
  if (!isWhole(solution.values)) return failure(ASSIGNMENT_FAILURES.notSolved('not whole'));
  const chosen = new Int32Array(personCount).fill(-1);
  let column = 0;
  for (let person = 0; person < personCount; person += 1) {
    for (let arc = firstArcs[person]!; arc < firstArcs[person + 1]!; arc += 1) {
      if (solution.values[column]! > 0.5) chosen[person] = arc;
      column += 1;
    }
    column += 1;
  }
  assertWithin(arcs, chosen);
  return success(chosen);
}

function isWhole(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) <= TOLERANCE);
}

function assertWithin({ options, capacities }: AssignmentArcs, chosen: Int32Array): void {
  const used = new Uint32Array(capacities.length);
  for (const arc of chosen) if (arc >= 0) used[options[arc]!]! += 1;
  for (const [option, count] of used.entries())
    if (count > Math.max(0, capacities[option]!))
      throw new Error(
        `option ${option}: ${count} were given to it, it takes ${capacities[option]}`,
      );
}
