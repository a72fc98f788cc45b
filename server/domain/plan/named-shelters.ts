import type { PlanRecord } from './record.ts';
import type { PlanTask } from './step-names.ts';
import { isRunning } from './step-table.ts';

export interface ShelterReach {
  readonly named: readonly string[];
  readonly noLonger: readonly string[];
}

/**
 * The facilities that a plan comes to be given to by a change: the destination from when it is asked to
 * accept, the second one from when the plan is shared. They stay until the plan names them no more or is
 * over. By them a welfare shelter comes to see the person (consent.shelter_ids).
 */
export function shelterReach(
  before: PlanRecord,
  after: PlanRecord,
  next: PlanTask | null,
): ShelterReach {
  const { stage, approvals, outline } = after;
  const isOver = stage === 'ended' || stage === 'refused' || stage === 'not-started';
  const written = isOver ? [] : idsOf(outline.destinationShelterId, outline.secondShelterId);
  const isAsked = isRunning(stage) || next === 'accept' || approvals.shelter !== null;
  const named = [
    ...(isAsked && !isOver ? idsOf(outline.destinationShelterId) : []),
    ...(isRunning(stage) ? idsOf(outline.secondShelterId) : []),
  ];
  const former = [before.outline, outline].flatMap((one) =>
    idsOf(one.destinationShelterId, one.secondShelterId),
  );
  return {
    named: [...new Set(named)],
    noLonger: [...new Set(former)].filter((id) => !written.includes(id)),
  };
}

const idsOf = (...ids: readonly (string | null)[]) => ids.filter((id) => id !== null);
