import { cheapestInsertion, insert } from './insertion.ts';
import type { TourProblem } from './orders.ts';
import { polish } from './polish.ts';
import { recreate } from './recreate.ts';
import { neighboursOf, ruin } from './ruin.ts';
import { seededRandom } from './seeded-random.ts';
import { emptySolution, isBetter, type Solution } from './solution.ts';

export interface TourSearch {
  readonly seed: number;
  /** The search ends after so many; the same seed and number give the same tours everywhere. */
  readonly iterations: number;
  /** Asked often: true ends the search with the best tours so far (a time limit, or somebody went away). */
  readonly shouldStop?: () => boolean;
  /** Called about a hundred times in a search. */
  readonly onProgress?: (progress: TourProgress) => void;
}

export interface TourProgress {
  readonly iteration: number;
  readonly iterations: number;
  readonly absent: number;
  readonly cost: number;
}

/** Temperatures of the annealing as parts of the mean cost of a way between two orders. */
const FIRST_TEMPERATURE = 0.2;
const LAST_TEMPERATURE = 0.001;
/** Annealings from the beginning: one alone now and then ends in tours that are 6 % too long. */
const STARTS = 2;
const ITERATIONS_PER_ASKING = 16;

/**
 * Good tours by ruin and recreate under simulated annealing: neighbours are taken out of some tours, put back
 * where they cost least, and a worse result is kept more seldom the longer the search has gone on. While orders
 * are left out, a result with as many is also kept where those left out are easier to place: where they were
 * left out more seldom before (the fleet minimisation of the same paper, see ruin.ts).
 */
export function searchTours(problem: TourProblem, search: TourSearch): Solution {
  const { seed, iterations, onProgress } = search;
  const shouldStop = search.shouldStop ?? (() => false);
  const random = seededRandom(seed);
  const neighbours = neighboursOf(problem);
  let best: Solution = emptySolution(problem);
  let current = best;
  const scale = meanCost(problem);
  const cooling = (LAST_TEMPERATURE / FIRST_TEMPERATURE) ** (STARTS / Math.max(iterations, 1));
  let temperature = 0;
  const perStart = Math.ceil(iterations / STARTS);
  const timesAbsent = new Float64Array(problem.orders.length);
  const absence = ({ absent }: Solution) =>
    absent.reduce((sum, order) => sum + timesAbsent[order]!, 0);
  const reportEvery = Math.max(1, Math.floor(iterations / 100));
  let isStopped = problem.orders.length === 0;
  for (let iteration = 0; iteration < iterations && !isStopped; iteration += 1) {
    if (iteration % perStart === 0) {
      temperature = FIRST_TEMPERATURE * scale;
      current = recreate(problem, spread(problem, random), random);
    }
    const next = recreate(problem, ruin(problem, current, neighbours, random), random);
    const allowance = -temperature * Math.log(1 - random());
    const fewerAbsent = next.absent.length - current.absent.length;
    if (
      fewerAbsent < 0 ||
      (fewerAbsent === 0 && next.cost < current.cost + allowance) ||
      (next.absent.length > 0 && absence(next) < absence(current))
    )
      current = next;
    if (isBetter(next, best)) best = next;
    for (const order of next.absent) timesAbsent[order]! += 1;
    temperature *= cooling;
    if (iteration % reportEvery === 0)
      onProgress?.({ iteration, iterations, absent: best.absent.length, cost: best.cost });
    if (iteration % ITERATIONS_PER_ASKING === 0) isStopped = shouldStop();
  }
  // A search that was stopped answers at once.
  return polish(problem, best, () => isStopped || shouldStop());
}

/**
 * One order for each carrier to begin with, as far as they fit: tours that are too many are given up soon, while
 * a search that begins with few long ones hardly ever opens another.
 */
function spread(problem: TourProblem, random: () => number) {
  const { routes, absent } = emptySolution(problem);
  const keys = absent.map(() => random());
  const left = new Set(absent.toSorted((a, b) => keys[a]! - keys[b]!));
  const begun = routes.map((route) => {
    for (const order of left) {
      const first = cheapestInsertion(problem, route, order);
      if (first === null) continue;
      left.delete(order);
      return insert(problem, first);
    }
    return route;
  });
  return { routes: begun, absent: [...left] };
}

function meanCost({ orders, costs }: TourProblem): number {
  let sum = 0;
  let count = 0;
  for (const { pickUp } of orders)
    for (const other of orders) {
      const cost = costs.values[pickUp.place * costs.size + other.pickUp.place]!;
      if (pickUp.place === other.pickUp.place || !Number.isFinite(cost)) continue;
      sum += cost;
      count += 1;
    }
  return count === 0 ? 1 : sum / count;
}
