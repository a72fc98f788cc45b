import type { Equation } from './linear.ts';

/** As often as that all equations are gone through; each time that some bound moves. */
const MOST_ROUNDS = 30;

/**
 * The greatest value that each unknown can have, as far as going from equation to equation tells: none of them is below
 * 0, and what the others of an equation can be at least and at most bounds each of it. `values`: the true ones, of which
 * what an equation amounts to is made. `known`: unknowns that have been reckoned.
 */
export function greatestValues(
  equations: readonly Equation[],
  values: ReadonlyMap<string, number>,
  known: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const trueOf = (name: string) => values.get(name) ?? 0;
  const least = new Map<string, number>();
  const most = new Map<string, number>();
  for (const name of values.keys()) {
    least.set(name, known.has(name) ? trueOf(name) : 0);
    most.set(name, known.has(name) ? trueOf(name) : Number.POSITIVE_INFINITY);
  }
  const lines = equations.map((equation) => {
    const terms = [...equation];
    return { terms, amount: terms.reduce((sum, [name, of]) => sum + of * trueOf(name), 0) };
  });
  const boundOf = (name: string, of: number, isMost: boolean) =>
    of * ((isMost ? most : least).get(name) ?? 0);
  for (let round = 0, hasMoved = true; hasMoved && round < MOST_ROUNDS; round += 1) {
    hasMoved = false;
    for (const { terms, amount } of lines) {
      const low = endOf(terms.map(([name, of]) => boundOf(name, of, of < 0)));
      const high = endOf(terms.map(([name, of]) => boundOf(name, of, of > 0)));
      for (const [name, of] of terms) {
        const atLeast = amount - without(high, boundOf(name, of, of > 0));
        const atMost = amount - without(low, boundOf(name, of, of < 0));
        const [from, to] = of > 0 ? [atLeast / of, atMost / of] : [atMost / of, atLeast / of];
        if (Math.ceil(from) > (least.get(name) ?? 0)) {
          least.set(name, Math.ceil(from));
          hasMoved = true;
          break;
        }
        if (Math.floor(to) < (most.get(name) ?? 0)) {
          most.set(name, Math.floor(to));
          hasMoved = true;
          break;
        }
      }
    }
  }
  return most;
}

/** A sum in which some are without end. */
interface End {
  readonly sum: number;
  readonly endless: number;
}

function endOf(values: readonly number[]): End {
  let [sum, endless] = [0, 0];
  for (const value of values)
    if (Number.isFinite(value)) sum += value;
    else endless += Math.sign(value);
  return { sum, endless };
}

/** The sum of all others. */
function without({ sum, endless }: End, value: number): number {
  const isEndless = !Number.isFinite(value);
  const left = endless - (isEndless ? Math.sign(value) : 0);
  if (left !== 0) return left * Number.POSITIVE_INFINITY;
  return isEndless ? sum : sum - value;
}
