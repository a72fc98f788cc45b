import type { FactName, ResidentFacts } from '#domain/resident/facts';
import { codeReader } from './fact-codes.ts';

/** Residents who are equal in one fact form a class. */
export interface FactClasses {
  /** Class of each resident, in the order of the facts. */
  readonly classOf: Uint32Array;
  /** For each class a resident of it; a class that nobody is in has none. */
  readonly representatives: readonly (ResidentFacts | undefined)[];
}

/**
 * Residents by each of the facts. A fact takes few distinct values, so a comparison has to look at one
 * resident of each class and is a table look-up for the rest. One pass reads all facts of a resident,
 * because fetching them from memory is most of the work.
 */
export function classify(
  residents: readonly ResidentFacts[],
  facts: Iterable<FactName>,
): ReadonlyMap<FactName, FactClasses> {
  const sorters = [...facts].map((fact) => ({
    fact,
    codeOf: codeReader(fact),
    classOf: new Uint32Array(residents.length),
    representatives: [] as (ResidentFacts | undefined)[],
  }));
  for (let row = 0; row < residents.length; row++) {
    const resident = residents[row];
    if (resident === undefined) continue;
    for (let index = 0; index < sorters.length; index++) {
      const sorter = sorters[index];
      if (sorter === undefined) continue;
      const code = sorter.codeOf(resident);
      sorter.classOf[row] = code;
      if (sorter.representatives[code] === undefined) sorter.representatives[code] = resident;
    }
  }
  return new Map(sorters.map((sorter) => [sorter.fact, sorter]));
}
