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

/** `row` less `times` times `other`. */
function subtract(row: Map<string, number>, other: ReadonlyMap<string, number>, times: number) {
  for (const [name, value] of other) {
    const left = modulo((row.get(name) ?? 0) - modulo(times * value));
    if (left === 0) row.delete(name);
    else row.set(name, left);
  }
}

/**
 * Unknowns of a linear system that have one solution only, by Gauss and Jordan: whoever knows what the
 * equations amount to can reckon them.
 */
export function solvable(equations: readonly Equation[]): ReadonlySet<string> {
  const pivots = new Map<string, Map<string, number>>();
  for (const equation of equations) {
    const row = new Map([...equation].map(([name, value]) => [name, modulo(value)]));
    for (const [name, pivot] of pivots) {
      const times = row.get(name);
      if (times !== undefined) subtract(row, pivot, times);
    }
    const first = row.entries().next().value;
    if (first === undefined) continue;
    const [pivotName, coefficient] = first;
    const scale = inverse(coefficient);
    for (const [name, value] of row) row.set(name, modulo(value * scale));
    for (const former of pivots.values()) {
      const times = former.get(pivotName);
      if (times !== undefined) subtract(former, row, times);
    }
    pivots.set(pivotName, row);
  }
  return new Set([...pivots].flatMap(([name, row]) => (row.size === 1 ? [name] : [])));
}
