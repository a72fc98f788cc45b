import type { FactName, ResidentFacts } from '#domain/resident/facts';
import type { Comparison, Condition } from './criteria.ts';
import { FactClasses } from './fact-classes.ts';
import { MET, NEGATED, NOT_MET, type Truth, type TruthColumn, truthAt, UNKNOWN } from './truth.ts';

/**
 * Judges a condition for many residents at once: comparisons become columns of truths, which `all`,
 * `any` and `not` combine. The column is the caller's own.
 */
export function judgeColumn(condition: Condition, classes: FactClasses): TruthColumn {
  return toColumn(judgeTable(condition, classes), classes);
}

/** Truths for each class of residents who are equal in a fact, or for each resident: `fact` null. */
interface TruthTable {
  readonly fact: FactName | null;
  readonly truths: TruthColumn;
}

/** What looks at one fact only is judged by its few classes; residents are gone through for the rest. */
function judgeTable(condition: Condition, classes: FactClasses): TruthTable {
  if ('all' in condition) return combine(condition.all, classes, MET, and);
  if ('any' in condition) return combine(condition.any, classes, NOT_MET, or);
  if ('not' in condition) {
    const { fact, truths } = judgeTable(condition.not, classes);
    return { fact, truths: truths.map((truth) => NEGATED[truth] ?? UNKNOWN) };
  }
  return { fact: condition.fact, truths: classes.judge(condition).truths };
}

function toColumn({ fact, truths }: TruthTable, classes: FactClasses): TruthColumn {
  if (fact === null) return truths;
  const classOf = classes.classOf(fact);
  const column = new Uint8Array(classOf.length);
  for (let row = 0; row < column.length; row++) column[row] = truths[classOf[row] ?? 0] ?? UNKNOWN;
  return column;
}

/** The truth of a condition for one resident. */
export function judge(condition: Condition, facts: ResidentFacts): Truth {
  return truthAt(judgeColumn(condition, new FactClasses([facts])), 0);
}

/** Every comparison that a condition holds, in the order of writing. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return [condition];
}

function combine(
  parts: readonly Condition[],
  classes: FactClasses,
  ofNothing: Truth,
  combineInto: (result: TruthColumn, part: TruthColumn) => void,
): TruthTable {
  const ofFacts = new Map<FactName | null, TruthColumn>();
  for (const part of parts) {
    const { fact, truths } = judgeTable(part, classes);
    const before = ofFacts.get(fact);
    if (before === undefined) ofFacts.set(fact, truths);
    else combineInto(before, truths);
  }
  const tables = [...ofFacts].map(([fact, truths]) => ({ fact, truths }));
  const [first, ...others] = tables;
  if (first === undefined)
    return { fact: null, truths: new Uint8Array(classes.residentCount).fill(ofNothing) };
  if (others.length === 0) return first;
  const truths = toColumn(first, classes);
  for (const other of others) combineInto(truths, toColumn(other, classes));
  return { fact: null, truths };
}

function and(result: TruthColumn, part: TruthColumn): void {
  for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) & (part[row] ?? 0);
}

function or(result: TruthColumn, part: TruthColumn): void {
  for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) | (part[row] ?? 0);
}
