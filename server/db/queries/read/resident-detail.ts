import type { SupportersHidden } from '#domain/access/supporters-hidden';
import type { Position } from '#domain/geo/position';
import type { Relation } from '#domain/hazard/relation';
import type { Sex } from '#domain/resident/roster-entry';
import type { Transaction } from '../../database.ts';
import type { StoredZoneJudgement } from './zone-judgement.ts';

export interface ResidentDetailRow {
  readonly id: string;
  readonly version: number;
  readonly roster_number: string;
  readonly name: string;
  readonly name_kana: string | null;
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly reason: string | null;
  readonly notes: string | null;
  readonly position: Position | null;
  readonly radius_meters: number | null;
  readonly archived_at: Date | null;
  readonly supporters_known: boolean | null;
  readonly supporters: SupporterJson[];
  /** Of a plan kept here that stands; null where there is none, or who helps is not to be seen. */
  readonly plan_supporters: SupporterJson[] | null;
  /** Whatever the roster says: of who is hidden nothing of it is told. */
  readonly supporters_hidden: SupportersHidden | null;
  readonly relation: Relation | null;
  readonly red_relation: Relation | null;
  readonly zones: StoredZoneJudgement[] | null;
  readonly assessed_at: Date | null;
  readonly margin_meters: number | null;
  readonly criteria_id: string | null;
  readonly criteria_version: number | null;
  readonly tier: number | null;
  readonly rank: number | null;
  readonly score: number | null;
  readonly possible_tier: number | null;
}

interface SupporterJson {
  readonly name: string;
  readonly relationship: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/** One person with supporters, judgement and rank; archived people are found too. */
export async function selectResidentDetail(
  transaction: Transaction,
  code: string,
  districts: readonly string[] | null,
  residentId: string,
): Promise<ResidentDetailRow | null> {
  const [row] = await transaction.query<ResidentDetailRow>(
    `SELECT r.id, r.version, r.roster_number, r.name, r.name_kana, r.sex, r.address, r.phone,
            r.reason, r.notes, r.radius_meters, r.archived_at,
            CASE WHEN r.position IS NOT NULL
                 THEN json_build_array(ST_X(r.position), ST_Y(r.position)) END AS position,
            h.supporters_known,
            (SELECT coalesce(json_agg(json_build_object('name', s.name,
                      'relationship', s.relationship, 'phone', s.phone, 'address', s.address)
                      ORDER BY s.ordinal), '[]')
             FROM access.supporter s
             WHERE s.municipality_code = r.municipality_code AND s.resident_id = r.id) AS supporters,
            (SELECT json_agg(json_build_object('name', who ->> 'name',
                      'relationship', who ->> 'relationship', 'phone', who ->> 'phone',
                      'address', who ->> 'address') ORDER BY place)
             FROM plan own
             JOIN plan_version v ON v.municipality_code = own.municipality_code
               AND v.resident_id = own.resident_id AND v.version = own.content_version
             CROSS JOIN LATERAL jsonb_array_elements(v.content -> 'supporters')
               WITH ORDINALITY AS helpers (who, place)
             WHERE own.municipality_code = r.municipality_code AND own.resident_id = r.id
               AND own.fact = 'complete') AS plan_supporters,
            CASE WHEN (SELECT access.masked()) THEN 'role'
                 WHEN NOT ((SELECT access.everyone()) OR r.id IN (SELECT access.plans()))
                 THEN 'no-consent' END AS supporters_hidden,
            a.relation, a.red_relation, a.zones, run.assessed_at, run.margin_meters,
            p.criteria_id, p.criteria_version, p.tier, p.rank, p.score, p.possible_tier
     FROM access.resident r
     LEFT JOIN access.household_facts h
       ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
     LEFT JOIN access.assessment a
       ON a.municipality_code = r.municipality_code AND a.subject_kind = 'resident'
          AND a.subject_id = r.id::text
     LEFT JOIN access.assessment_run run
       ON run.municipality_code = a.municipality_code AND run.id = a.run_id
     LEFT JOIN access.priority_result p
       ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
     WHERE r.municipality_code = $1 AND r.id = $3
       AND ($2::text[] IS NULL OR r.district_name = ANY ($2))`,
    [code, districts, residentId],
  );
  return row ?? null;
}
