import { type Result, success } from '#domain/problem';
import { type SolveLinear, solveAssignment } from './solve.ts';

/** How many people one supporter is asked to help; a planning value (?), for the city to set. */
export const USUAL_MOST_HELPED = 2;

/** A supporter who is registered for somebody and can be asked for one more. */
export interface KnownHelper {
  readonly id: string;
  /** How many people name them already. */
  readonly helps: number;
}

export interface PersonToHelp {
  readonly id: string;
  /** Helpers who can come, with the seconds of their way. */
  readonly reached: readonly { readonly helper: number; readonly seconds: number }[];
}

export interface ProposedHelper {
  readonly id: string;
  readonly helper: number | null;
  readonly seconds: number | null;
  /** The nearest other one, and how much longer that takes; below 0 where that one was given to another. */
  readonly nextBest: { readonly helper: number; readonly moreSeconds: number } | null;
  /** `none-near`: nobody known lives within reach; `all-busy`: those who do help enough people. */
  readonly unplaced: 'none-near' | 'all-busy' | null;
}

const UNPLACED_SECONDS = 1_000_000;

/** Gives everybody without a supporter one of those who are known, nearest together; nobody more than `most`. */
export function proposeHelpers(
  people: readonly PersonToHelp[],
  helpers: readonly KnownHelper[],
  most: number,
  solve: SolveLinear,
): Result<ProposedHelper[]> {
  const firstArcs = new Int32Array(people.length + 1);
  for (const [at, { reached }] of people.entries())
    firstArcs[at + 1] = firstArcs[at]! + reached.length;
  const all = people.flatMap(({ reached }) => reached);
  const solved = solveAssignment(
    {
      personCount: people.length,
      firstArcs,
      options: Int32Array.from(all, ({ helper }) => helper),
      costs: Float64Array.from(all, ({ seconds }) => Math.round(seconds)),
      capacities: Float64Array.from(helpers, ({ helps }) => Math.max(0, most - helps)),
      unplacedCost: UNPLACED_SECONDS,
    },
    solve,
  );
  if (!solved.ok) return solved;
  return success(
    people.map(({ id, reached }, at): ProposedHelper => {
      const arc = solved.value[at]!;
      const chosen = arc < 0 ? null : all[arc]!;
      const others = reached
        .filter(({ helper }) => helper !== chosen?.helper)
        .toSorted((a, b) => a.seconds - b.seconds || a.helper - b.helper);
      const [next] = others;
      return {
        id,
        helper: chosen?.helper ?? null,
        seconds: chosen?.seconds ?? null,
        nextBest:
          chosen === null || next === undefined
            ? null
            : { helper: next.helper, moreSeconds: next.seconds - chosen.seconds },
        unplaced: chosen !== null ? null : reached.length === 0 ? 'none-near' : 'all-busy',
      };
    }),
  );
}
