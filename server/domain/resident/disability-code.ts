import { DISABILITY_KINDS } from './disability.ts';
import { vocabularies } from './vocabularies.ts';

/** A disability as it is read, before its kind is known to be one. */
export interface DisabilityText {
  readonly kind: string;
  readonly grade: string | null;
}

/**
 * Makes a function that numbers disabilities by kind and grade. Grades are no closed vocabulary: those
 * of one letter are their letter, others are counted up as they come. Throws on an unknown kind.
 */
export function disabilityCoder(): (disability: DisabilityText) => number {
  const longGrades = new Map<string, number>();
  const gradeCode = (grade: string | null): number => {
    if (grade === null) return 0;
    if (grade.length === 1) return grade.charCodeAt(0) + 1;
    const code = longGrades.get(grade) ?? 0x10001 + longGrades.size;
    longGrades.set(grade, code);
    return code;
  };
  return ({ kind, grade }) =>
    gradeCode(grade) * (DISABILITY_KINDS.length + 1) + vocabularies.disabilityKind.codeOf(kind);
}
