import type { PlanRecord } from '#domain/plan/record';
import type { KeptFinding } from '#domain/plan/review/kept-findings';
import type { PlanTruth, TruthDates } from '#domain/plan/review/truth';
import type { PlanStage, ReviewReason } from '#domain/plan/states';
import type { Queryable, Transaction } from '../database.ts';
import type { FormerBasis } from '../entities/plan-review.ts';
import type { DataVersions } from './data-versions.ts';
import { columnsOf } from './unnest.ts';

/** What a review writes of one plan. */
export interface ReviewedPlan {
  readonly id: string;
  readonly basis: PlanTruth;
  readonly current: PlanTruth;
  readonly findings: readonly KeptFinding[];
  /** YYYY-MM-DD */
  readonly confirmedOn: string;
  readonly confirmedBy: string;
  /** Of the plan when its basis was taken. */
  readonly planVersion: number;
}

/** Locks plans, in one order everywhere, and tells at which version each stands. */
export async function lockPlans(
  tx: Transaction,
  code: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; version: number }>(
    `SELECT resident_id AS id, version FROM plan
     WHERE municipality_code = $1 AND resident_id = ANY ($2::uuid[])
     ORDER BY resident_id FOR UPDATE`,
    [code, ids],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

export async function storeReviewed(
  tx: Transaction,
  code: string,
  plans: readonly ReviewedPlan[],
): Promise<void> {
  if (plans.length === 0) return;
  const rows = plans.map(({ basis, current, findings, ...plan }) => ({
    ...plan,
    basis: JSON.stringify(basis),
    current: JSON.stringify(current),
    findings: JSON.stringify(findings),
  }));
  await tx.query(
    `INSERT INTO plan_basis AS kept (municipality_code, resident_id, basis, current, findings,
       confirmed_on, confirmed_by, plan_version)
     SELECT $1, id, basis::jsonb, current::jsonb, findings::jsonb, confirmed_on, confirmed_by, version
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::int[])
       AS one (id, basis, current, findings, confirmed_on, confirmed_by, version)
     ON CONFLICT (municipality_code, resident_id) DO UPDATE SET basis = excluded.basis,
       current = excluded.current, findings = excluded.findings,
       confirmed_on = excluded.confirmed_on, confirmed_by = excluded.confirmed_by,
       plan_version = excluded.plan_version,
       former = CASE WHEN kept.plan_version = excluded.plan_version THEN kept.former END`,
    [
      code,
      ...columnsOf(rows, [
        ...(['id', 'basis', 'current', 'findings'] as const),
        ...(['confirmedOn', 'confirmedBy', 'planVersion'] as const),
      ]),
    ],
  );
}

export interface CalledPlan {
  readonly id: string;
  readonly fromStage: PlanStage;
  readonly record: PlanRecord;
  /** Those that were called for by this step. */
  readonly reasons: readonly ReviewReason[];
}

/** Moves plans that are locked to where a call for a review leads, each with its event. */
export async function storeCalls(
  tx: Transaction,
  code: string,
  plans: readonly CalledPlan[],
  at: Date,
  by: string,
): Promise<void> {
  if (plans.length === 0) return;
  const rows = plans.map(({ id, fromStage, record, reasons }) => ({
    ...{ id, fromStage, stage: record.stage },
    all: record.reviewReasons.join(','),
    called: reasons.join(','),
  }));
  await tx.query(
    `WITH called AS (
       SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
         AS one (id, from_stage, stage, all_reasons, reasons)),
     moved AS (
       UPDATE plan SET version = plan.version + 1, stage = called.stage,
         stage_since = CASE WHEN plan.stage = called.stage THEN plan.stage_since ELSE $7 END,
         review_reasons = string_to_array(called.all_reasons, ','),
         updated_at = $7, updated_by = $8
       FROM called WHERE plan.municipality_code = $1 AND plan.resident_id = called.id
       RETURNING plan.resident_id, plan.version, plan.content_version)
     INSERT INTO plan_event (municipality_code, resident_id, version, task, from_stage, to_stage,
       content_version, review_reasons, happened_at, done_by, role)
     SELECT $1, called.id, moved.version, 'call-review', called.from_stage, called.stage,
       moved.content_version, string_to_array(called.reasons, ','), $7, $8, 'system'
     FROM called JOIN moved ON moved.resident_id = called.id`,
    [code, ...columnsOf(rows, ['id', 'fromStage', 'stage', 'all', 'called']), at, by],
  );
}

/** What a plan rests on becomes what was last seen to be true; what stood before is kept. */
export async function confirmBasis(
  tx: Transaction,
  code: string,
  residentId: string,
  confirmed: {
    readonly reviewReasons: readonly ReviewReason[];
    readonly planVersion: number;
    readonly on: string;
    readonly by: string;
  },
): Promise<void> {
  const { reviewReasons, planVersion, on, by } = confirmed;
  await tx.query(
    `UPDATE plan_basis SET
       former = jsonb_build_object('basis', basis, 'findings', findings, 'reviewReasons', $3::jsonb,
         'confirmedOn', confirmed_on, 'confirmedBy', confirmed_by),
       basis = jsonb_set(current, '{dates}', coalesce((SELECT dates FROM plan_review_run
         WHERE municipality_code = $1), current -> 'dates')),
       findings = '[]', plan_version = $4, confirmed_on = $5, confirmed_by = $6
     WHERE municipality_code = $1 AND resident_id = $2`,
    [code, residentId, JSON.stringify(reviewReasons), planVersion, on, by],
  );
}

export interface KeptBasis {
  readonly findings: readonly KeptFinding[];
  readonly planVersion: number;
  readonly former: FormerBasis | null;
}

export async function findBasis(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<KeptBasis | null> {
  const [row] = await tx.query<KeptBasis>(
    `SELECT findings, plan_version AS "planVersion", former FROM plan_basis
     WHERE municipality_code = $1 AND resident_id = $2`,
    [code, residentId],
  );
  return row ?? null;
}

/** Puts back what stood before the last confirmation. */
export async function restoreBasis(
  tx: Transaction,
  code: string,
  residentId: string,
  planVersion: number,
): Promise<void> {
  await tx.query(
    `UPDATE plan_basis SET basis = former -> 'basis', findings = former -> 'findings',
       confirmed_on = (former ->> 'confirmedOn')::date, confirmed_by = former ->> 'confirmedBy',
       plan_version = $3, former = NULL
     WHERE municipality_code = $1 AND resident_id = $2`,
    [code, residentId, planVersion],
  );
}

export async function storeFindings(
  tx: Transaction,
  code: string,
  residentId: string,
  findings: readonly KeptFinding[],
): Promise<void> {
  await tx.query(
    'UPDATE plan_basis SET findings = $3 WHERE municipality_code = $1 AND resident_id = $2',
    [code, residentId, JSON.stringify(findings)],
  );
}

export interface ReviewRun {
  readonly versions: DataVersions;
  readonly dates: TruthDates;
  readonly siteMoment: number;
  /** YYYY-MM-DD */
  readonly day: string;
}

export async function findReviewRun(
  tx: Queryable,
  code: string,
): Promise<(ReviewRun & { readonly reviewedAt: Date }) | null> {
  const [row] = await tx.query<ReviewRun & { readonly reviewedAt: Date }>(
    `SELECT data_versions AS versions, dates, site_moment AS "siteMoment", day::text AS day,
       reviewed_at AS "reviewedAt"
     FROM plan_review_run WHERE municipality_code = $1`,
    [code],
  );
  return row ?? null;
}

export async function storeReviewRun(
  tx: Queryable,
  code: string,
  { versions, dates, siteMoment, day }: ReviewRun,
): Promise<void> {
  await tx.query(
    `INSERT INTO plan_review_run (municipality_code, data_versions, dates, site_moment, day)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (municipality_code) DO UPDATE SET data_versions = excluded.data_versions,
       dates = excluded.dates, site_moment = excluded.site_moment, day = excluded.day,
       reviewed_at = now()`,
    [code, JSON.stringify(versions), JSON.stringify(dates), siteMoment, day],
  );
}
