import type { z } from 'zod';
import type { PlanReviews, planReviewsQuerySchema } from '#contract/plan-review';
import { REVIEW_REASON_LABELS } from '#domain/plan/review-labels';
import { mayDo } from '#domain/plan/setting';
import { REVIEW_REASONS } from '#domain/plan/states';
import { withActor } from '../../db/actor.ts';
import { findReviewRun } from '../../db/queries/plan-reviews.ts';
import { type PlanReviewRow, selectPlanReviews } from '../../db/queries/read/plan-reviews.ts';
import type { BoardEntry } from '../read/board-entries.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { groupBy } from '../read/group-by.ts';
import type { Readers } from '../read/readers.ts';
import type { PlanSources } from './change-plan.ts';

type Query = z.output<typeof planReviewsQuerySchema>;
const DAY_MILLIS = 86_400_000;

/** Plans that are no longer sure to be true, with why, and one page of them. */
export async function readReviewQueue(
  readers: Readers,
  { database, actor, now }: PlanSources,
  municipality: MunicipalityVersions,
  query: Query,
): Promise<PlanReviews> {
  const { code } = municipality;
  const { entries, setting } = await readers.planBoard(municipality, actor);
  const waiting = entries.filter(({ record }) => record.stage === 'review-due');
  const isMine = mayDo(setting, actor.role, 'confirm-still-right');
  const found = waiting.filter((entry) => meets(entry, query, isMine)).sort(ORDERS[query.sort]);
  const page = found.slice(query.offset, query.offset + query.limit);
  const { rows, run } = await withActor(database, actor, code, async (tx) => ({
    rows: await selectPlanReviews(
      tx,
      code,
      page.map(({ row }) => row.id),
    ),
    run: await findReviewRun(tx, code),
  }));
  const reviews = new Map(rows.map((row) => [row.id, row]));
  return {
    waiting: waiting.length,
    total: found.length,
    reasons: REVIEW_REASONS.flatMap((reason) => {
      const count = waiting.filter(({ record }) => record.reviewReasons.includes(reason)).length;
      return count === 0 ? [] : [{ reason, label: REVIEW_REASON_LABELS[reason], count }];
    }),
    districts: [...groupBy(waiting, ({ row }) => row.district)]
      .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
      .map(([name, some]) => ({ name, count: some.length })),
    reviewedAt: run?.reviewedAt.toISOString() ?? null,
    dates: run?.dates ?? null,
    marks: found.map(({ row: { id, position } }) => ({ id, position })),
    rows: page.flatMap((entry) => {
      const review = reviews.get(entry.row.id);
      // Confirmed by somebody else since the board was made.
      return review === undefined ? [] : [rowOf(entry, review, isMine, now)];
    }),
  };
}

function meets({ row, record }: BoardEntry, query: Query, isMine: boolean): boolean {
  const isOf = (wanted: readonly string[] | undefined, value: string) =>
    wanted === undefined || wanted.includes(value);
  return (
    (query.reason === undefined ||
      query.reason.some((reason) => record.reviewReasons.includes(reason))) &&
    isOf(query.district, row.district ?? 'unknown') &&
    isOf(query.tier, String(row.tier)) &&
    (query.mine === undefined || isMine)
  );
}

/** Who has not been ranked yet comes last. */
const rankOf = ({ row }: BoardEntry) => (row.rank === 0 ? Number.MAX_SAFE_INTEGER : row.rank);
const timeOf = ({ since }: BoardEntry) => since?.getTime() ?? 0;
const byRank = (a: BoardEntry, b: BoardEntry) =>
  rankOf(a) - rankOf(b) || (a.row.id < b.row.id ? -1 : 1);
const ORDERS = {
  rank: byRank,
  age: (a: BoardEntry, b: BoardEntry) => timeOf(a) - timeOf(b) || byRank(a, b),
};

function rowOf(
  { row, record, since }: BoardEntry,
  review: PlanReviewRow,
  isMine: boolean,
  now: Date,
): PlanReviews['rows'][number] {
  const { id, name, district, tier, rank } = row;
  const began = since ?? now;
  return {
    ...{ id, name, district, tier, rank, isMine, version: review.version },
    since: began.toISOString(),
    days: Math.max(0, Math.floor((now.getTime() - began.getTime()) / DAY_MILLIS)),
    reasons: record.reviewReasons.map((reason) => ({
      ...{ reason, label: REVIEW_REASON_LABELS[reason] },
    })),
    findings: (review.findings ?? []).map(({ isTold: _, ...finding }) => ({
      ...finding,
      label: REVIEW_REASON_LABELS[finding.reason],
    })),
    calls: review.calls.map(({ at, reasons, ...call }) => ({
      ...call,
      at: new Date(at).toISOString(),
      reasons: [...reasons],
    })),
    ...{ confirmedOn: review.confirmedOn, confirmedBy: review.confirmedBy },
  };
}
