import type { AssessmentRun } from '#contract/dataset';
import type { Say } from './language.ts';

export function assessmentText({ assessed, difference }: AssessmentRun, say: Say): string {
  const { newlyInside, noLongerInside, newlyUndetermined, noLongerUndetermined } = difference;
  return say({
    ja: `区域判定 ${assessed} 件: 新たに区域内 ${newlyInside.length}、区域内でなくなった ${noLongerInside.length}、新たに判定できない ${newlyUndetermined.length}、判定できるようになった ${noLongerUndetermined.length}`,
    en: `checked ${assessed}: newly inside ${newlyInside.length}, no longer inside ${noLongerInside.length}, newly undetermined ${newlyUndetermined.length}, no longer undetermined ${noLongerUndetermined.length}`,
  });
}
