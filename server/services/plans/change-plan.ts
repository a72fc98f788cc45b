import { localDay } from '#domain/local-day';
import type { FallenApproval } from '#domain/plan/approvals';
import { shelterReach } from '#domain/plan/named-shelters';
import { nextTask } from '#domain/plan/next-task';
import type { PlanRecord } from '#domain/plan/record';
import type { PlanTask } from '#domain/plan/step-names';
import type { Actor } from '../../db/actor.ts';
import type { Database, Transaction } from '../../db/database.ts';
import type { Topic } from '../../db/entities/municipality.ts';
import { raiseDataVersions } from '../../db/queries/data-versions.ts';
import { confirmBasis } from '../../db/queries/plan-reviews.ts';
import {
  insertPlanEvent,
  nameShelters,
  type PlanEventRecord,
  storePlan,
} from '../../db/queries/plans.ts';
import type { PlanStanding } from './standing.ts';

export interface PlanSources {
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Date;
}

export interface Moved {
  readonly record: PlanRecord;
  readonly fallen: readonly FallenApproval[];
  readonly task: PlanTask;
  readonly words: Pick<PlanEventRecord, 'reason' | 'reviewReasons' | 'endReason' | 'said'>;
}

/**
 * Keeps where a plan has come to, the step in its history, and the facilities that it is given to now.
 * Whether the fact that ranking knows of it moved; null where another change was quicker.
 */
export async function keepMoved(
  tx: Transaction,
  { actor, now }: Pick<PlanSources, 'actor' | 'now'>,
  code: string,
  residentId: string,
  standing: PlanStanding,
  { record, fallen, task, words }: Moved,
): Promise<{ readonly isFactMoved: boolean } | null> {
  const { plan } = standing;
  const isStageMoved = record.stage !== plan.stage || plan.version === 0;
  const stored = await storePlan(tx, code, residentId, {
    ...{ record, basedOn: plan.version, at: now, by: actor.name },
    stageSince: isStageMoved ? now : plan.stageSince,
  });
  if (stored === null) return null;
  await insertPlanEvent(tx, code, residentId, {
    ...{ ...words, task, fallen: [...fallen], version: plan.version + 1 },
    ...{ fromStage: plan.stage, toStage: record.stage, contentVersion: record.contentVersion },
    ...{ happenedAt: now, doneBy: actor.name, role: actor.role, account: actor.accountId },
  });
  if (task === 'confirm-still-right')
    await confirmBasis(tx, code, residentId, {
      ...{ reviewReasons: plan.reviewReasons, planVersion: plan.version + 1 },
      ...{ on: localDay(now), by: actor.name },
    });
  // Who helps by a plan that stands counts in ranking as well.
  const isFactMoved =
    stored.fact !== plan.fact ||
    (stored.fact === 'complete' && record.outline.supporters !== plan.outline.supporters);
  const isReachMoved = await moveReach(tx, residentId, standing, record);
  const topics: Topic[] = [
    'plans',
    ...(isFactMoved ? (['plan-facts'] as const) : []),
    ...(isReachMoved ? (['consent'] as const) : []),
  ];
  await raiseDataVersions(tx, code, topics);
  return { isFactMoved };
}

/** Nothing is given that the person, or an ordinance, does not let be given. */
function moveReach(
  tx: Transaction,
  residentId: string,
  { plan, setting, person }: PlanStanding,
  record: PlanRecord,
): Promise<boolean> {
  const { named, noLonger } = shelterReach(plan, record, nextTask(record, setting, person));
  const given = person.isConsentGiven ? named : [];
  if (given.length === 0 && noLonger.length === 0) return Promise.resolve(false);
  return nameShelters(tx, residentId, given, noLonger);
}
