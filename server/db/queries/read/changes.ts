import type { AssessmentRun, DatasetView } from '#contract/dataset';
import type { Queryable, Transaction } from '../../database.ts';

export interface RunDifferenceRow {
  readonly difference: AssessmentRun['difference'];
}

/**
 * What each check since a moment changed, oldest first. The first check that found both people and zones
 * changed nothing: nobody had been judged before.
 */
export function selectRunDifferences(
  database: Queryable,
  code: string,
  since: Date,
): Promise<RunDifferenceRow[]> {
  return database.query(
    `SELECT difference FROM assessment_run AS run
     WHERE municipality_code = $1 AND assessed_at > $2
       AND EXISTS (
         SELECT FROM assessment_run AS former
         WHERE former.municipality_code = $1 AND former.assessed_at < run.assessed_at
           AND (former.data_versions->>'residents')::integer > 0
           AND (former.data_versions->>'zones')::integer > 0)
     ORDER BY assessed_at, id`,
    [code, since],
  );
}

/** Whether the checks kept reach back to a moment: the first check of all, or one before it, is there. */
export async function reachesBackTo(
  database: Queryable,
  code: string,
  since: Date,
  keptRuns: number,
): Promise<boolean> {
  const [row] = await database.query<{ count: number; oldest: Date | null }>(
    `SELECT count(*)::integer AS count, min(assessed_at) AS oldest
     FROM assessment_run WHERE municipality_code = $1`,
    [code],
  );
  return row === undefined || row.oldest === null || row.count < keptRuns || row.oldest <= since;
}

/** Ids of the people whose position was set by hand since a moment. */
export async function selectMovedSince(
  transaction: Transaction,
  code: string,
  since: Date,
): Promise<string[]> {
  const rows = await transaction.query<{ resident_id: string }>(
    `SELECT DISTINCT resident_id FROM resident_position_change
     WHERE municipality_code = $1 AND changed_at > $2`,
    [code, since],
  );
  return rows.map(({ resident_id }) => resident_id);
}

export interface RecentImportRow {
  readonly id: string;
  readonly kind: DatasetView['kind'];
  readonly source: DatasetView['source'];
  readonly status: DatasetView['status'];
  readonly imported_at: Date;
  readonly as_of: string | null;
  readonly accepted: number;
  readonly rejected: number;
}

/** Imports since a moment, the latest first. Failed ones are told on the data page. */
export function selectImportsSince(
  database: Queryable,
  code: string,
  since: Date,
): Promise<RecentImportRow[]> {
  return database.query(
    `SELECT id, kind, source, status, imported_at, as_of,
            accepted_count + repaired_count AS accepted, rejected_count AS rejected
     FROM dataset
     WHERE municipality_code = $1 AND status IN ('active', 'superseded', 'rolled-back')
       AND coalesce(activated_at, imported_at) > $2
     ORDER BY coalesce(activated_at, imported_at) DESC, id`,
    [code, since],
  );
}
