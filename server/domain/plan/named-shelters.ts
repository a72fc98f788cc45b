import type { PlanRecord } from './record.ts';
import type { PlanTask } from './step-names.ts';
import { isRunning } from './step-table.ts';

/**
 * The facilities that a plan is given to: the destination from when it is asked to accept, the second one
 * from when the plan is shared. By them a welfare shelter comes to see the person (consent.shelter_ids).
 */
export function namedShelters(record: PlanRecord, next: PlanTask | null): string[] {
  const { stage, approvals, outline } = record;
  const isShared = isRunning(stage);
  const isOver = stage === 'ended' || stage === 'refused' || stage === 'not-started';
  const isAsked = next === 'accept' || approvals.shelter !== null;
  const named = [
    ...(isShared || (isAsked && !isOver) ? [outline.destinationShelterId] : []),
    ...(isShared ? [outline.secondShelterId] : []),
  ];
  return [...new Set(named.filter((id) => id !== null))];
}
