/** Sum of unknowns by their coefficients; what it amounts to is known and bears on nothing here. */
export type Equation = ReadonlyMap<string, number>;

/** A prime below 2^26: products stay exact. Coefficients are small, so that no rank is lost by it. */
const PRIME = 67108859;
const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;

const signed = (value: number) => (value > PRIME / 2 ? value - PRIME : value);

function inverse(value: number): number {
  let [result, base, exponent] = [1, value, PRIME - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}

/** A coefficient beyond that is no plain number any more. */
const MOST_COEFFICIENT = 64;

/**
 * What a linear system comes to, by Gauss and Jordan: unknowns that have one solution only, which whoever knows what the
 * equations amount to can reckon, and what is left of the equations, in which every other unknown stands. Equations are
 * short and hang together little, so each step looks at the rows that hold the unknown and at no others.
 */
export function reduce(equations: readonly Equation[]): {
  readonly solved: ReadonlySet<string>;
  readonly left: readonly Equation[];
} {
  const pivots = new Map<string, Map<string, number>>();
  /** Names of the pivots in whose rows an unknown stands. */
  const heldBy = new Map<string, Set<string>>();
  const hold = (name: string, pivot: string) =>
    heldBy.get(name)?.add(pivot) ?? heldBy.set(name, new Set([pivot]));
  for (const equation of equations) {
    const row = new Map([...equation].map(([name, value]) => [name, modulo(value)]));
    // A pivot stands in its own row alone, so none comes in by another.
    for (const name of equation.keys()) {
      const pivot = pivots.get(name);
      const times = row.get(name);
      if (pivot === undefined || times === undefined) continue;
      for (const [other, value] of pivot) add(row, other, -modulo(times * value));
    }
    const first = row.entries().next().value;
    if (first === undefined) continue;
    const [pivotName, coefficient] = first;
    const scale = inverse(coefficient);
    for (const [name, value] of row) row.set(name, modulo(value * scale));
    for (const holder of heldBy.get(pivotName) ?? []) {
      const former = pivots.get(holder);
      const times = former?.get(pivotName);
      if (former === undefined || times === undefined) continue;
      for (const [name, value] of row) {
        add(former, name, -modulo(times * value));
        if (former.has(name)) hold(name, holder);
        else heldBy.get(name)?.delete(holder);
      }
    }
    for (const name of row.keys()) hold(name, pivotName);
    pivots.set(pivotName, row);
  }
  const left = [...pivots.values()]
    .map((row): Equation => new Map([...row].map(([name, value]) => [name, signed(value)])))
    .filter((row) => [...row.values()].every((value) => Math.abs(value) <= MOST_COEFFICIENT));
  return {
    solved: new Set([...pivots].flatMap(([name, row]) => (row.size === 1 ? [name] : []))),
    left,
  };
}

/** A difference of more terms bounds nothing that its equations do not. */
const MOST_TERMS = 3;

/** Each equation once, and short differences of two: what has changed between them, and nothing else. */
export function withDifferences(equations: readonly Equation[]): readonly Equation[] {
  const keyOf = (equation: Equation) => JSON.stringify([...equation].sort());
  const distinct = new Map(equations.map((equation) => [keyOf(equation), equation]));
  const all = [...distinct.values()];
  const holding = new Map<string, number[]>();
  for (const [at, equation] of all.entries())
    for (const name of equation.keys()) holding.set(name, [...(holding.get(name) ?? []), at]);
  const seen = new Set<string>();
  for (const places of holding.values())
    for (const one of places)
      for (const other of places) {
        const pair = `${one} ${other}`;
        if (one >= other || seen.has(pair)) continue;
        seen.add(pair);
        const [a, b] = [all[one], all[other]];
        if (a === undefined || b === undefined) continue;
        const difference = new Map(a);
        for (const [name, value] of b) {
          const left = (difference.get(name) ?? 0) - value;
          if (left === 0) difference.delete(name);
          else difference.set(name, left);
        }
        const isShort = difference.size <= MOST_TERMS && difference.size < Math.min(a.size, b.size);
        if (isShort && difference.size > 0) distinct.set(keyOf(difference), difference);
      }
  return [...distinct.values()];
}

function add(row: Map<string, number>, name: string, value: number): void {
  const sum = modulo((row.get(name) ?? 0) + value);
  if (sum === 0) row.delete(name);
  else row.set(name, sum);
}
