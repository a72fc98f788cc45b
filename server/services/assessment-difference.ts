import type { AssessmentRun } from '#contract/dataset';
import type { Relation } from '#domain/hazard/relation';

interface Relations {
  readonly relation: Relation;
  readonly redRelation: Relation;
}

export interface JudgedTwice {
  readonly id: string;
  /** null where the subject was not judged before. */
  readonly former: Relations | null;
  readonly now: Relations;
}

/**
 * What a re-check changed, by id. Somebody counts as newly inside who came to be inside any zone or
 * inside a red one, so that a red zone drawn within a yellow one is seen; likewise for the others.
 */
export function assessmentDifference(
  subjects: readonly JudgedTwice[],
): AssessmentRun['difference'] {
  const list = (changed: (one: JudgedTwice) => boolean) =>
    subjects.filter(changed).map(({ id }) => id);
  return {
    newlyInside: list(({ former, now }) => gains(former, now, 'inside')),
    noLongerInside: list(({ former, now }) => gains(now, former, 'inside')),
    newlyUndetermined: list(({ former, now }) => gains(former, now, 'undetermined')),
    noLongerUndetermined: list(({ former, now }) => gains(now, former, 'undetermined')),
  };
}

function gains(from: Relations | null, to: Relations | null, relation: Relation): boolean {
  return (
    (to?.relation === relation && from?.relation !== relation) ||
    (to?.redRelation === relation && from?.redRelation !== relation)
  );
}
