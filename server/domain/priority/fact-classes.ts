import type { FactName, ResidentFacts } from '#domain/resident/facts';
import { codeReader } from './fact-codes.ts';

/** Residents who are equal in one fact form a class. */
export interface FactClasses {
  /** Class of each resident, in the order of the facts. */
  readonly classOf: Uint32Array;
  /** For each class a resident of it. */
  readonly representatives: ResidentFacts[];
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
    classByCode: [] as number[],
    classOf: new Uint32Array(residents.length),
    representatives: [] as ResidentFacts[],
  }));
  let row = 0;
  for (const resident of residents) {
    for (const { codeOf, classByCode, classOf, representatives } of sorters) {
      const code = codeOf(resident);
      let known = classByCode[code];
      if (known === undefined) {
        known = representatives.push(resident) - 1;
        classByCode[code] = known;
      }
      classOf[row] = known;
    }
    row++;
  }
  return new Map(sorters.map((sorter) => [sorter.fact, sorter]));
}
