import type { FactName, ResidentFacts } from '#domain/resident/facts';
import { compileComparison } from './comparison.ts';
import type { Comparison } from './criteria.ts';
import { encodeFacts, type FactCodes } from './fact-codes.ts';

/** A comparison judged for each class of residents who are equal in its fact. */
interface ClassTruths {
  /** Class of each resident, in the order of the facts. */
  readonly classOf: Uint32Array;
  /** Truth for each class. */
  readonly truths: Uint8Array;
}

/**
 * Residents by their facts. A fact takes few distinct values, so a comparison has to look at one
 * resident of each class and is a table look-up for the rest.
 */
export class FactClasses {
  readonly #residents: readonly ResidentFacts[];
  readonly #codes: FactCodes;
  readonly #representatives = new Map<FactName, readonly (number | undefined)[]>();

  constructor(residents: readonly ResidentFacts[]) {
    this.#residents = residents;
    this.#codes = encodeFacts(residents);
  }

  get residentCount(): number {
    return this.#residents.length;
  }

  /** Class of each resident, in the order of the facts. */
  classOf(fact: FactName): Uint32Array {
    return this.#codes[fact];
  }

  judge(comparison: Comparison): ClassTruths {
    const test = compileComparison(comparison);
    const representatives = this.#representativesOf(comparison.fact);
    const truths = new Uint8Array(representatives.length);
    for (let code = 0; code < representatives.length; code++) {
      const resident = this.#residents[representatives[code] ?? -1];
      if (resident !== undefined) truths[code] = test(resident);
    }
    return { classOf: this.#codes[comparison.fact], truths };
  }

  /** For each class the row of a resident in it; a class that nobody is in has none. */
  #representativesOf(fact: FactName): readonly (number | undefined)[] {
    const known = this.#representatives.get(fact);
    if (known !== undefined) return known;
    const codes = this.#codes[fact];
    const representatives: (number | undefined)[] = [];
    for (let row = 0; row < codes.length; row++) representatives[codes[row] ?? 0] = row;
    this.#representatives.set(fact, representatives);
    return representatives;
  }
}
