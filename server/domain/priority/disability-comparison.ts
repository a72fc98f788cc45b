import type { Disability, DisabilityKind } from '#domain/resident/disability';
import type { DisabilityComparison } from './criteria.ts';
import { MET, NOT_MET, type Truth, UNKNOWN } from './truth.ts';

const LIMBS: readonly DisabilityKind[] = ['upper-limb', 'lower-limb', 'trunk'];
const NUMBERED_GRADE = /^[1-7]$/;
/** 療育手帳 as Hiroshima grades it, gravest first. */
const INTELLECTUAL_GRADES: readonly string[] = ['Ⓐ', 'A', 'Ⓑ', 'B'];

/**
 * How one disability stands to a comparison. `limb` in the comparison means any limb; `limb` in the
 * facts (the file does not say which) is unknown where only some limbs are asked for. A grade that
 * is missing, or that the kind does not have, is unknown.
 */
export function compileDisability(
  comparison: DisabilityComparison,
): (disability: Disability) => Truth {
  const kinds = new Set(comparison.kinds);
  if (kinds.has('limb')) for (const limb of LIMBS) kinds.add(limb);
  const limbsAsked = LIMBS.filter((limb) => kinds.has(limb)).length;
  const whereLimbNotSaid = limbsAsked === LIMBS.length ? MET : limbsAsked === 0 ? NOT_MET : UNKNOWN;
  const gradeTruth = compileGrade(comparison);
  return ({ kind, grade }) => {
    const kindTruth = kind === 'limb' ? whereLimbNotSaid : kinds.has(kind) ? MET : NOT_MET;
    if (kindTruth === NOT_MET) return NOT_MET;
    const truth = gradeTruth(kind, grade);
    if (truth === MET) return kindTruth;
    return truth;
  };
}

function compileGrade(
  comparison: DisabilityComparison,
): (kind: DisabilityKind, grade: string | null) => Truth {
  if ('gradeAtMost' in comparison) {
    const limit = comparison.gradeAtMost;
    return (kind, grade) => {
      if (kind === 'intractable-disease') return NOT_MET; // certified without a grade
      if (grade === null || !NUMBERED_GRADE.test(grade)) return UNKNOWN;
      return Number(grade) <= limit ? MET : NOT_MET;
    };
  }
  if ('gradeOneOf' in comparison) {
    const grades = new Set(comparison.gradeOneOf);
    return (kind, grade) => {
      if (kind === 'intractable-disease') return NOT_MET;
      if (grade === null) return UNKNOWN;
      if (grades.has(grade)) return MET;
      return hasGrade(kind, grade) ? NOT_MET : UNKNOWN;
    };
  }
  return () => MET;
}

function hasGrade(kind: DisabilityKind, grade: string): boolean {
  return kind === 'intellectual' ? INTELLECTUAL_GRADES.includes(grade) : NUMBERED_GRADE.test(grade);
}
