import type { FallenApproval } from './approvals.ts';
import { withoutApprovals } from './approvals.ts';
import { isApprovalAsked, type PlanRecord } from './record.ts';
import type { PlanSetting } from './setting.ts';
import type { PlanStage } from './states.ts';
import { APPROVALS, type Approval } from './step-names.ts';
import { isRunning } from './step-table.ts';

const STAGE_OF_APPROVAL = {
  route: 'route-checked',
  shelter: 'accepted',
  person: 'person-agreed',
} as const satisfies Readonly<Record<Approval, PlanStage>>;

/** How far a plan that is being drawn up has come: each approval counts once those before it are there. */
export function stageOf(
  { approvals, outline }: Pick<PlanRecord, 'approvals' | 'outline'>,
  setting: PlanSetting,
): PlanStage {
  let stage: PlanStage = 'drafting';
  for (const approval of APPROVALS) {
    if (!isApprovalAsked(approval, setting, outline)) continue;
    if (approvals[approval] === null) return stage;
    stage = STAGE_OF_APPROVAL[approval];
  }
  return stage;
}

/** A save of the content: what fell away by it sends the plan back as far as that was approved. */
export function afterWriting(
  record: PlanRecord,
  setting: PlanSetting,
  outline: PlanRecord['outline'],
  fallen: readonly FallenApproval[],
): PlanRecord {
  const approvals = withoutApprovals(
    record.approvals,
    fallen.map(({ approval }) => approval),
  );
  const written = {
    ...record,
    outline,
    approvals,
    contentVersion: record.contentVersion + 1,
  };
  // What is in force is not drawn up anew for a word that the city has come to ask for since.
  return isRunning(record.stage) && fallen.length === 0
    ? written
    : { ...written, stage: stageOf(written, setting), reviewReasons: [] };
}
