import type { Paper } from '#domain/plan/papers';
import { PLAN_FAILURES } from '#domain/plan/plan-failures';
import { failure, type Result, success } from '#domain/problem';
import type { Sheet } from '../../output/paper/sheet.ts';
import { personSheet } from '../../output/paper/sheets/person-sheet.ts';
import type { PlanOnPaper } from '../../output/paper/sheets/plan-on-paper.ts';
import { shelterSheet } from '../../output/paper/sheets/shelter-sheet.ts';
import { supporterSheet } from '../../output/paper/sheets/supporter-sheet.ts';

/** The version of a plan for somebody; a problem where the plan has nothing for them yet. */
export function sheetFor(
  paper: Paper,
  plan: PlanOnPaper,
  supporterId: string | undefined,
): Result<Sheet> {
  const { destination, supporters } = plan.content;
  if (paper === 'person') return success(personSheet(plan));
  if (paper === 'shelter') {
    if (destination === null) return failure(PLAN_FAILURES.nothingToPrint());
    const { municipalityName, printedOn } = plan;
    const shelterName = destination.name;
    return success(shelterSheet({ municipalityName, shelterName, plans: [plan], printedOn }));
  }
  const id = supporterId ?? supporters[0]?.id;
  const isNamed = supporters.some((one) => one.id === id);
  return id !== undefined && isNamed
    ? success(supporterSheet(plan, id))
    : failure(PLAN_FAILURES.nothingToPrint());
}
