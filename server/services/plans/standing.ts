import type { PlanContent } from '#domain/plan/plan';
import { NO_RECORD, type PersonForPlan } from '#domain/plan/record';
import { type PlanSetting, settingOf } from '#domain/plan/setting';
import type { Transaction } from '../../db/database.ts';
import { findPlanSetting } from '../../db/queries/plan-settings.ts';
import { findPlan, findPlanVersion, type StoredPlan } from '../../db/queries/plans.ts';
import { type PlanPersonRow, selectPlanPerson } from '../../db/queries/read/plan-person.ts';
import { prefilled } from './prefill.ts';

/** How a plan stands at a moment, with what its steps look at. */
export interface PlanStanding {
  readonly plan: StoredPlan;
  readonly person: PersonForPlan;
  readonly setting: PlanSetting;
  /** The newest; what the roster knows where none was saved. */
  readonly content: PlanContent;
  readonly first: PlanContent;
}

/** Null where the actor does not see the person's plan. */
export async function readStanding(
  tx: Transaction,
  code: string,
  residentId: string,
  lock = false,
): Promise<PlanStanding | null> {
  const row = await selectPlanPerson(tx, code, residentId);
  if (row === null) return null;
  const plan = (await findPlan(tx, code, residentId, lock)) ?? NOT_STARTED;
  const setting = settingOf((await findPlanSetting(tx, code))?.setting);
  const saved = await findPlanVersion(tx, code, residentId, plan.contentVersion);
  const first = prefilled(row);
  return { plan, person: personOf(row), setting, content: saved?.content ?? first, first };
}

const personOf = ({ archived, household, is_given }: PlanPersonRow): PersonForPlan => ({
  isOnRoster: !archived,
  isInFacility: household === 'facility',
  isConsentGiven: is_given,
});

const NOT_STARTED: StoredPlan = {
  ...NO_RECORD,
  ...{ id: null, version: 0, stageSince: new Date(0), fact: null },
};
