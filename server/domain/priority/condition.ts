import type { FactName, ResidentFacts } from '#domain/resident/facts';
import { compileComparison } from './comparison.ts';
import type { Comparison, Condition } from './criteria.ts';
import { classify, type FactClasses } from './fact-classes.ts';
import { MET, NEGATED, NOT_MET, type Truth, type TruthColumn, truthAt, UNKNOWN } from './truth.ts';

/**
 * Judges conditions for many residents at once: a condition becomes a column of truths, and `all`,
 * `any` and `not` combine columns. Nothing judged is judged twice. The columns are not to be changed.
 */
export class Judge {
  readonly #length: number;
  readonly #classes: ReadonlyMap<FactName, FactClasses>;
  readonly #columns = new Map<Condition, TruthColumn>();

  /** `conditions` are all that will be asked for, so that the facts are read in one pass. */
  constructor(residents: readonly ResidentFacts[], conditions: readonly Condition[]) {
    const facts = conditions.flatMap(comparisonsOf).map(({ fact }) => fact);
    this.#length = residents.length;
    this.#classes = classify(residents, new Set(facts));
  }

  column(condition: Condition): TruthColumn {
    const known = this.#columns.get(condition);
    if (known !== undefined) return known;
    const column = this.#evaluate(condition);
    this.#columns.set(condition, column);
    return column;
  }

  #evaluate(condition: Condition): TruthColumn {
    if ('all' in condition) return this.#combine(condition.all, MET, and);
    if ('any' in condition) return this.#combine(condition.any, NOT_MET, or);
    if ('not' in condition)
      return this.column(condition.not).map((truth) => NEGATED[truth] ?? UNKNOWN);
    return this.#compare(condition);
  }

  #combine(
    parts: readonly Condition[],
    ofNothing: Truth,
    combineInto: (result: TruthColumn, part: TruthColumn) => void,
  ): TruthColumn {
    const result = new Uint8Array(this.#length).fill(ofNothing);
    for (const part of parts) combineInto(result, this.column(part));
    return result;
  }

  #compare(comparison: Comparison): TruthColumn {
    const classes = this.#classes.get(comparison.fact);
    if (classes === undefined) throw new Error(`The fact ${comparison.fact} was not announced`);
    const { classOf, representatives } = classes;
    const test = compileComparison(comparison);
    const truths = Uint8Array.from(representatives, (facts) =>
      facts === undefined ? 0 : test(facts),
    );
    const column = new Uint8Array(classOf.length);
    for (let row = 0; row < column.length; row++) column[row] = truths[classOf[row] ?? 0] ?? 0;
    return column;
  }
}

/** The truth of a condition for one resident. */
export function judge(condition: Condition, facts: ResidentFacts): Truth {
  return truthAt(new Judge([facts], [condition]).column(condition), 0);
}

/** Every comparison that a condition holds, in the order of writing. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return [condition];
}

function and(result: TruthColumn, part: TruthColumn): void {
  for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) & (part[row] ?? 0);
}

function or(result: TruthColumn, part: TruthColumn): void {
  for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) | (part[row] ?? 0);
}
