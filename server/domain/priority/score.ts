import type { FactName } from '#domain/resident/facts';
import { judgeColumn } from './condition.ts';
import type { ScoreRule } from './criteria.ts';
import type { FactClasses } from './fact-classes.ts';
import { MET, NOT_MET } from './truth.ts';

/** Points of each resident: those of the rules that are met. Points are whole numbers. */
export function scoreResidents(rules: readonly ScoreRule[], classes: FactClasses): Int32Array {
  const scores = new Int32Array(classes.residentCount);
  const pointsByFact = new Map<FactName, Int32Array>();
  for (const { condition, points } of rules) {
    if (!('fact' in condition)) {
      addWhereMet(scores, points, judgeColumn(condition, classes));
      continue;
    }
    // Rules of one fact are summed for its classes first: residents are gone through once a fact.
    const { truths } = classes.judge(condition);
    const pointsByClass = pointsByFact.get(condition.fact) ?? new Int32Array(truths.length);
    pointsByFact.set(condition.fact, pointsByClass);
    for (const [code, truth] of truths.entries())
      if (truth === MET) pointsByClass[code] = (pointsByClass[code] ?? 0) + points;
  }
  for (const [fact, pointsByClass] of pointsByFact)
    addByClass(scores, pointsByClass, classes.classOf(fact));
  return scores;
}

/** Without a branch, which a processor cannot foresee here: the upper bit of a truth is "is met". */
function addWhereMet(scores: Int32Array, points: number, truths: Uint8Array): void {
  for (let row = 0; row < scores.length; row++)
    scores[row] = (scores[row] ?? 0) + points * ((truths[row] ?? NOT_MET) >> 1);
}

function addByClass(scores: Int32Array, pointsByClass: Int32Array, classOf: Uint32Array): void {
  for (let row = 0; row < scores.length; row++)
    scores[row] = (scores[row] ?? 0) + (pointsByClass[classOf[row] ?? 0] ?? 0);
}
