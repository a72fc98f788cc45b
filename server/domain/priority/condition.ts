import { compileComparison, type Test } from './comparison.ts';
import type { Comparison, Condition } from './criteria.ts';
import { MET, NOT_MET, negate, type Truth } from './truth.ts';

/** Makes a condition ready to run over many residents. */
export function compileCondition(condition: Condition): Test {
  if ('all' in condition) return all(condition.all.map(compileCondition));
  if ('any' in condition) return any(condition.any.map(compileCondition));
  if ('not' in condition) {
    const test = compileCondition(condition.not);
    return (facts) => negate(test(facts));
  }
  return compileComparison(condition);
}

/** Every comparison that a condition holds, in the order of writing. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return [condition];
}

function all(tests: readonly Test[]): Test {
  return (facts) => {
    let least: Truth = MET;
    for (const test of tests) {
      const truth = test(facts);
      if (truth === NOT_MET) return NOT_MET;
      if (truth < least) least = truth;
    }
    return least;
  };
}

function any(tests: readonly Test[]): Test {
  return (facts) => {
    let greatest: Truth = NOT_MET;
    for (const test of tests) {
      const truth = test(facts);
      if (truth === MET) return MET;
      if (truth > greatest) greatest = truth;
    }
    return greatest;
  };
}
