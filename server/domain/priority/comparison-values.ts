import type { Comparison } from './criteria.ts';

/** The values of a comparison that lists some (for a disability its kinds); null where it has a limit. */
export function comparisonValues(comparison: Comparison): readonly string[] | null {
  switch (comparison.fact) {
    case 'phenomena':
    case 'devices':
      return comparison.includesAny;
    case 'disabilities':
      // A kind without one of its grades is as empty as no kind.
      return 'gradeOneOf' in comparison && comparison.gradeOneOf.length === 0
        ? []
        : comparison.kinds;
    case 'age':
    case 'supporterCount':
      return null;
    case 'careLevel':
      return 'oneOf' in comparison ? comparison.oneOf : null;
    default:
      return comparison.oneOf;
  }
}
