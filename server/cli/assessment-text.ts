import type { AssessmentRun } from '#contract/dataset';
import type { Say } from './language.ts';

/** What a check changed; the counts of changes are of people, shelters are in their list. */
export function assessmentText(
  { assessed, difference, zoneDatasetIds }: AssessmentRun,
  say: Say,
): string {
  if (zoneDatasetIds.length === 0)
    return say({
      ja: '区域判定: 区域データがないため、全員が「判定できない」になります',
      en: 'check: there are no zone data, so everybody is undetermined',
    });
  const { newlyInside, noLongerInside, newlyUndetermined, noLongerUndetermined } = difference;
  return say({
    ja: `区域判定 対象者と避難所 ${assessed} 件。対象者の変化: 新たに区域内 ${newlyInside.length} 人、区域内でなくなった ${noLongerInside.length} 人、新たに判定できない ${newlyUndetermined.length} 人、判定できるようになった ${noLongerUndetermined.length} 人`,
    en: `checked ${assessed} people and shelters. Of the people: newly inside ${newlyInside.length}, no longer inside ${noLongerInside.length}, newly undetermined ${newlyUndetermined.length}, no longer undetermined ${noLongerUndetermined.length}`,
  });
}
