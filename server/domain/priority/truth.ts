/**
 * Kleene's strong three-valued logic in two bits, "could be met" and "is met": `all` is the bitwise
 * and, `any` the bitwise or. What is not known stays unknown unless the rest settles the outcome.
 */
export const NOT_MET = 0b00;
export const UNKNOWN = 0b01;
export const MET = 0b11;
export type Truth = typeof NOT_MET | typeof UNKNOWN | typeof MET;

/** `not`, for each truth: what could be met is what was not surely met, and the other way round. */
export const NEGATED = Uint8Array.of(MET, UNKNOWN, NOT_MET, NOT_MET);

/** One truth for each resident, in the order of the facts. */
export type TruthColumn = Uint8Array;

export function truthAt(column: TruthColumn, row: number): Truth {
  const truth = column[row];
  return truth === MET ? MET : truth === UNKNOWN ? UNKNOWN : NOT_MET;
}

export type Outcome = 'met' | 'not-met' | 'unknown';

export function outcomeOf(truth: Truth): Outcome {
  return truth === MET ? 'met' : truth === UNKNOWN ? 'unknown' : 'not-met';
}
