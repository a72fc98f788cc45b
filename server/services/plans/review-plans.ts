import { localDay } from '#domain/local-day';
import type { PersonForPlan } from '#domain/plan/record';
import { callReview } from '#domain/plan/review/call';
import { keepFindings } from '#domain/plan/review/kept-findings';
import { reviewPlan } from '#domain/plan/review/review';
import type { PlanTruth } from '#domain/plan/review/truth';
import { isSame } from '#domain/plan/same';
import { type PlanSetting, settingOf } from '#domain/plan/setting';
import { SYSTEM, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { raiseDataVersions } from '../../db/queries/data-versions.ts';
import {
  type CalledPlan,
  lockPlans,
  type ReviewedPlan,
  storeCalls,
  storeReviewed,
  storeReviewRun,
} from '../../db/queries/plan-reviews.ts';
import { findPlanSetting } from '../../db/queries/plan-settings.ts';
import { type RunningPlanRow, selectRunningPlans } from '../../db/queries/read/running-plans.ts';
import { inBatches } from '../../db/queries/unnest.ts';
import type { LongWork } from '../context.ts';
import { truthOf } from './plan-truth.ts';
import { readReviewedState } from './review-due.ts';
import { readReviewWorld } from './review-world.ts';

export interface PlansReviewed {
  readonly looked: number;
  /** Plans that a review was called for. */
  readonly called: number;
}

/** A plan that somebody changed meanwhile is looked at again, but not for ever. */
const ATTEMPTS = 3;
const BATCH = 250;

/**
 * Holds every plan that is shared or in force against what is true now, and calls for a review of those
 * that rest on what is no longer so. What is called for already is not called for again, so it can be
 * done over and over, and after a process was killed in the middle it goes on. The content of plans is
 * left alone: whoever is writing one loses nothing.
 *
 * The whole work is done by the caller's thread: servers run it by `runJob`.
 */
export async function reviewPlans(
  { database, today }: { readonly database: Database; readonly today: string },
  code: string,
  { signal }: LongWork = {},
  attempt = 1,
): Promise<PlansReviewed> {
  // Read before the data: what changes meanwhile makes the run stale and not the other way round.
  const state = await readReviewedState(database, code, today);
  if (state === null) return { looked: 0, called: 0 };
  const { plans, setting } = await withActor(database, SYSTEM, code, async (tx) => ({
    plans: await selectRunningPlans(tx, code),
    setting: settingOf((await findPlanSetting(tx, code))?.setting),
  }));
  if (plans.length === 0) return { looked: 0, called: 0 };
  const now = new Date();
  const world = await readReviewWorld(database, code, plans, now.getTime());
  const found = plans.flatMap((row) => {
    const one = lookAt(row, truthOf(row, world), setting, today, now);
    return one === null ? [] : [one];
  });
  let [called, isLeft] = [0, false];
  for (const some of inBatches(found, BATCH)) {
    if (signal?.aborted) return { looked: plans.length, called };
    const stored = await storeBatch(database, code, some, now);
    called += stored.called;
    isLeft ||= stored.isLeft;
  }
  if (isLeft && attempt < ATTEMPTS) {
    const rest = await reviewPlans(
      { database, today },
      code,
      signal ? { signal } : {},
      attempt + 1,
    );
    return { looked: plans.length, called: called + rest.called };
  }
  const { dates } = world;
  if (!isLeft)
    await withActor(database, SYSTEM, code, (tx) => storeReviewRun(tx, code, { ...state, dates }));
  return { looked: plans.length, called };
}

interface Looked {
  readonly version: number;
  readonly reviewed: ReviewedPlan;
  readonly call: CalledPlan | null;
}

/** Null where nothing has to be written. */
function lookAt(
  row: RunningPlanRow,
  truth: PlanTruth,
  setting: PlanSetting,
  today: string,
  now: Date,
): Looked | null {
  const { id, version, current } = row;
  const standing = basisOf(row, truth);
  const { reviewMonths } = setting;
  const { confirmedOn } = standing;
  const found = reviewPlan(standing.basis, truth, { confirmedOn, today, reviewMonths });
  const findings = keepFindings(standing.findings, found, now.toISOString());
  const reasons = [...new Set(found.map(({ reason }) => reason))].filter(
    (reason) => !row.reviewReasons.includes(reason),
  );
  const record = callReview(row, setting, personOf(row), reasons, now.toISOString());
  const call =
    reasons.length > 0 && record.ok
      ? { id, fromStage: row.stage, record: record.value, reasons }
      : null;
  const isSeen =
    standing.planVersion === row.basisVersion &&
    isSame(withoutDates(current), withoutDates(truth)) &&
    isSame(row.findings, findings);
  if (call === null && isSeen) return null;
  return { version, reviewed: { ...standing, id, current: truth, findings }, call };
}

/**
 * What a plan rests on. One that came into force since rests on what is true now, and the interval of
 * reviews begins with the day on which it did.
 */
function basisOf(row: RunningPlanRow, truth: PlanTruth): Omit<ReviewedPlan, 'id' | 'current'> {
  const { basis, findings, confirmedOn, confirmedBy, basisVersion } = row;
  const isKept = basis !== null && confirmedOn !== null && basisVersion !== null;
  if (isKept && basisVersion >= row.enteredVersion)
    return {
      ...{ basis, findings: findings ?? [], confirmedOn, planVersion: basisVersion },
      confirmedBy: confirmedBy ?? SYSTEM.name,
    };
  return {
    ...{ basis: truth, findings: [], confirmedOn: localDay(row.enteredAt) },
    ...{ confirmedBy: SYSTEM.name, planVersion: row.version },
  };
}

const withoutDates = (truth: PlanTruth | null) => truth && { ...truth, dates: null };
/** Those who left the roster were not read. */
const personOf = ({ household }: RunningPlanRow): PersonForPlan => ({
  isOnRoster: true,
  isInFacility: household === 'facility',
  isConsentGiven: true,
});

/** One short transaction; plans that were changed since they were read are left for the next time. */
function storeBatch(database: Database, code: string, batch: readonly Looked[], now: Date) {
  return withActor(database, SYSTEM, code, async (tx) => {
    const versions = await lockPlans(
      tx,
      code,
      batch.map(({ reviewed }) => reviewed.id),
    );
    const standing = batch.filter(({ reviewed, version }) => versions.get(reviewed.id) === version);
    const calls = standing.flatMap(({ call }) => call ?? []);
    await storeReviewed(
      tx,
      code,
      standing.map(({ reviewed }) => reviewed),
    );
    await storeCalls(tx, code, calls, now, SYSTEM.name);
    // Of a basis that was taken nobody is told anything yet.
    const isTold = standing.some(({ reviewed }) => reviewed.findings.length > 0);
    if (isTold) await raiseDataVersions(tx, code, ['plans']);
    return { called: calls.length, isLeft: standing.length < batch.length };
  });
}
