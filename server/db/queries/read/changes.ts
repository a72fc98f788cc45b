import type { AssessmentRun, DatasetView } from '#contract/dataset';
import type { Relation } from '#domain/hazard/relation';
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

export interface JudgedBeforeRow {
  readonly id: string;
  /** null: they were not on the roster then. */
  readonly former:
    | { readonly relation: Relation; readonly redRelation: Relation }
    | 'not-kept'
    | null;
}

/**
 * How people who left the roster and came back since a moment lay to the zones at that moment: a check
 * that finds them again has forgotten it.
 */
export async function selectJudgedBefore(
  transaction: Transaction,
  code: string,
  since: Date,
): Promise<JudgedBeforeRow[]> {
  const rows = await transaction.query<{
    id: string;
    is_new: boolean;
    relation: Relation | null;
    red_relation: Relation | null;
  }>(
    `WITH first AS (
       SELECT DISTINCT ON (resident_id) resident_id, kind, changes
       FROM resident_event
       WHERE municipality_code = $1 AND at > $2 AND kind IN ('judged', 'archived', 'returned')
         AND resident_id IN (SELECT resident_id FROM resident_event
           WHERE municipality_code = $1 AND at > $2 AND kind IN ('archived', 'returned'))
       ORDER BY resident_id, at, id)
     SELECT resident.id, kind = 'returned' OR coalesce(entered_at > $2, false) AS is_new,
       changes -> 'relation' ->> 0 AS relation, changes -> 'redRelation' ->> 0 AS red_relation
     FROM first JOIN resident ON resident.municipality_code = $1 AND resident.id = resident_id
     WHERE archived_at IS NULL`,
    [code, since],
  );
  return rows.map(({ id, is_new, relation, red_relation: redRelation }) => {
    if (is_new) return { id, former: null };
    const isKept = relation !== null && redRelation !== null;
    return { id, former: isKept ? { relation, redRelation } : 'not-kept' };
  });
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
