/**
 * Kleene's strong three-valued logic, as ordered numbers: `all` is the least, `any` the greatest,
 * `not` the mirror. What is not known stays unknown unless the rest settles the outcome.
 */
export const NOT_MET = 0;
export const UNKNOWN = 1;
export const MET = 2;
export type Truth = typeof NOT_MET | typeof UNKNOWN | typeof MET;

/** One truth for each resident, in the order of the facts. */
export type TruthColumn = Uint8Array;

export function truthAt(column: TruthColumn, row: number): Truth {
  const truth = column[row];
  return truth === MET ? MET : truth === UNKNOWN ? UNKNOWN : NOT_MET;
}

export const OUTCOMES = ['not-met', 'unknown', 'met'] as const;
/** A truth in words: index OUTCOMES by it. */
export type Outcome = (typeof OUTCOMES)[number];
