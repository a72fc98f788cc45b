import type { Relation } from '#domain/hazard/relation';
import { PRECISE_RADIUS_METERS } from '#domain/hazard/relation-rule';
import type { Accuracy } from '#domain/resident/accuracy';
import type { Queryable } from '../database.ts';

/**
 * Someone of whom the position is why the judgement is open: also who was placed by hand, but only on a
 * circle too wide to judge by. One that was left as it is counts as settled
 * for as long as address and accuracy are what they were.
 */
const IS_OPEN = `(r.accuracy IN ('block', 'town', 'none')
    OR r.accuracy = 'manual' AND r.radius_meters > ${PRECISE_RADIUS_METERS})
  AND (a.relation IS NULL OR a.relation = 'undetermined' OR a.red_relation = 'undetermined')`;
const IS_LEFT = `EXISTS (SELECT 1 FROM position_left l
  WHERE l.municipality_code = r.municipality_code AND l.resident_id = r.id
    AND l.address IS NOT DISTINCT FROM r.address AND l.accuracy = r.accuracy)`;

const FROM = `FROM resident r
  LEFT JOIN assessment a ON a.municipality_code = r.municipality_code
    AND a.subject_kind = 'resident' AND a.subject_id = r.id::text
  LEFT JOIN priority_result p ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
  WHERE r.municipality_code = $1 AND r.archived_at IS NULL
    AND ($2::text[] IS NULL OR r.district_name = ANY ($2))`;

export interface OpenPositionRow {
  readonly id: string;
  readonly accuracy: Accuracy;
  readonly relation: Relation;
  readonly redRelation: Relation;
  readonly rank: number;
  readonly possibleTier: number;
}

/** The best tier that a person may turn out to be in first, then by rank. */
export function listOpenPositions(
  tx: Queryable,
  code: string,
  districts: readonly string[] | null,
): Promise<OpenPositionRow[]> {
  return tx.query(
    `SELECT r.id, r.accuracy, coalesce(a.relation, 'undetermined') AS relation,
       coalesce(a.red_relation, 'undetermined') AS "redRelation", coalesce(p.rank, 0) AS rank,
       coalesce(p.possible_tier, 0) AS "possibleTier"
     ${FROM} AND ${IS_OPEN} AND NOT ${IS_LEFT}
     ORDER BY nullif(p.possible_tier, 0) NULLS LAST, nullif(p.rank, 0) NULLS LAST, r.id`,
    [code, districts],
  );
}

/** People placed by hand who can be judged there, and those whose position was left as it is. */
export async function countSettledPositions(
  tx: Queryable,
  code: string,
  districts: readonly string[] | null,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) ${FROM} AND ((r.position_origin = 'manual' AND NOT (${IS_OPEN})) OR (${IS_OPEN} AND ${IS_LEFT}))`,
    [code, districts],
  );
  return row?.count ?? 0;
}

/** Notes that a position was looked at and is left as it is. */
export async function leavePosition(
  tx: Queryable,
  code: string,
  residentId: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO position_left (municipality_code, resident_id, reason, address, accuracy, left_by)
     SELECT $1, id, $3, address, accuracy, current_setting('app.actor', true)
     FROM resident WHERE municipality_code = $1 AND id = $2
     ON CONFLICT (municipality_code, resident_id) DO UPDATE SET reason = excluded.reason,
       address = excluded.address, accuracy = excluded.accuracy, left_at = now(),
       left_by = excluded.left_by`,
    [code, residentId, reason],
  );
}

export async function takeUpPosition(
  tx: Queryable,
  code: string,
  residentId: string,
): Promise<void> {
  await tx.query('DELETE FROM position_left WHERE municipality_code = $1 AND resident_id = $2', [
    code,
    residentId,
  ]);
}
