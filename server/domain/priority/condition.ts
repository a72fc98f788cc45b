import type { ResidentFacts } from '#domain/resident/facts';
import type { Comparison, Condition } from './criteria.ts';
import { FactClasses } from './fact-classes.ts';
import { MET, NEGATED, NOT_MET, type Truth, type TruthColumn, truthAt, UNKNOWN } from './truth.ts';

/**
 * Judges a condition for many residents at once: comparisons become columns of truths, which `all`,
 * `any` and `not` combine. The column is the caller's own.
 */
export function judgeColumn(condition: Condition, classes: FactClasses): TruthColumn {
  if ('all' in condition) return combine(condition.all, classes, MET, and);
  if ('any' in condition) return combine(condition.any, classes, NOT_MET, or);
  if ('not' in condition)
    return judgeColumn(condition.not, classes).map((truth) => NEGATED[truth] ?? UNKNOWN);
  const { classOf, truths } = classes.judge(condition);
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
): TruthColumn {
  const result = new Uint8Array(classes.residentCount).fill(ofNothing);
  for (const part of parts) combineInto(result, judgeColumn(part, classes));
  return result;
}

function and(result: TruthColumn, part: TruthColumn): void {
  for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) & (part[row] ?? 0);
}

function or(result: TruthColumn, part: TruthColumn): void {
  for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) | (part[row] ?? 0);
}
