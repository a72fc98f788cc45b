import type { Relation } from '#domain/hazard/relation';
import type { Accuracy } from '#domain/resident/accuracy';
import type { Transaction } from '../../database.ts';

/** A person as the check of a hypothetical zone needs them. */
export interface CheckPointRow {
  readonly id: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly accuracy: Accuracy;
  readonly radius_meters: number | null;
  readonly tier: number | null;
  readonly rank: number | null;
  readonly district_name: string | null;
  readonly relation: Relation | null;
}

/** Everybody on the roster whom the actor may see, by rank. */
export function selectCheckPoints(
  transaction: Transaction,
  code: string,
  districts: readonly string[] | null,
): Promise<CheckPointRow[]> {
  return transaction.query(
    `SELECT r.id, ST_X(r.position) AS lng, ST_Y(r.position) AS lat, r.accuracy, r.radius_meters,
            p.tier, p.rank, r.district_name, a.relation
     FROM access.resident r
     LEFT JOIN access.assessment a
       ON a.municipality_code = r.municipality_code AND a.subject_kind = 'resident'
          AND a.subject_id = r.id::text
     LEFT JOIN access.priority_result p
       ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
     WHERE r.municipality_code = $1 AND r.archived_at IS NULL
       AND ($2::text[] IS NULL OR r.district_name = ANY ($2))
     ORDER BY p.rank NULLS LAST, r.id`,
    [code, districts],
  );
}
