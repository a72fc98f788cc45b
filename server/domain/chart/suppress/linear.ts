/** Sum of unknowns by their coefficients; what it amounts to is known and bears on nothing here. */
export type Equation = ReadonlyMap<string, number>;

/** A prime below 2^26: products stay exact. Coefficients are small, so that no rank is lost by it. */
const PRIME = 67108859;
const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;

function inverse(value: number): number {
  let [result, base, exponent] = [1, value, PRIME - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}

/**
 * Unknowns of a linear system that have one solution only, by Gauss and Jordan: whoever knows what the
 * equations amount to can reckon them. Equations are short and hang together little, so each step looks at the
 * rows that hold the unknown and at no others.
 */
export function solvable(equations: readonly Equation[]): ReadonlySet<string> {
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
  return new Set([...pivots].flatMap(([name, row]) => (row.size === 1 ? [name] : [])));
}

function add(row: Map<string, number>, name: string, value: number): void {
  const sum = modulo((row.get(name) ?? 0) + value);
  if (sum === 0) row.delete(name);
  else row.set(name, sum);
}
