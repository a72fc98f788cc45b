import type { Relation } from '#domain/hazard/relation';
import type { Phenomenon } from '#domain/hazard/zone';
import type { Accuracy } from '#domain/resident/accuracy';
import type { CareLevel } from '#domain/resident/care-level';
import type { Device } from '#domain/resident/disability';
import type { Household, PlanState } from '#domain/resident/facts';
import type { Transaction } from '../../database.ts';
import { JOIN_OWN_PLAN, SUPPORTER_COUNT } from './supporters-said.ts';

export interface ResidentListRow {
  readonly id: string;
  readonly roster_number: string;
  readonly name: string;
  readonly name_kana: string | null;
  readonly birth_date: string | null;
  readonly district_name: string | null;
  readonly address: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly accuracy: Accuracy;
  readonly care_level: CareLevel | null;
  readonly devices: Device[] | null;
  readonly plan: PlanState | null;
  readonly household: Household | null;
  /** null where neither the roster nor a plan says who helps. */
  readonly supporter_count: number | null;
  /** The judgement is null where the person has not been assessed yet. */
  readonly relation: Relation | null;
  readonly red_relation: Relation | null;
  readonly red_distance_meters: number | null;
  readonly phenomena: Phenomenon[] | null;
  /** Of the zones that the gravest relation is to; empty where the zones are not shown. */
  readonly gravest_phenomena: Phenomenon[];
  /** The rank is null where the person has not been ranked yet. */
  readonly tier: number | null;
  readonly rank: number | null;
  readonly score: number | null;
  readonly possible_tier: number | null;
}

/** Somebody deep in one red zone may be near another: its phenomenon must not be told as that of the first. */
const GRAVEST_PHENOMENA = `ARRAY(
  SELECT DISTINCT zone ->> 'phenomenon'
  FROM jsonb_array_elements(a.zones) zone
  WHERE zone ->> 'relation' =
      CASE WHEN a.red_relation IN ('inside', 'near') THEN a.red_relation ELSE a.relation END
    AND (zone ->> 'zoneClass' LIKE 'red%') = (a.red_relation IN ('inside', 'near'))
  ORDER BY 1)`;

/** Everybody on the roster (or, with `isArchived`, who left it) whom the actor may see, with what the list and the map show. Unordered. */
export function selectResidentList(
  transaction: Transaction,
  code: string,
  districts: readonly string[] | null,
  isArchived = false,
): Promise<ResidentListRow[]> {
  return transaction.query(
    `SELECT r.id, r.roster_number, r.name, r.name_kana, r.birth_date, r.district_name, r.address,
            ST_X(r.position) AS lng, ST_Y(r.position) AS lat, r.accuracy,
            h.care_level, h.devices, h.plan, h.household,
            ${SUPPORTER_COUNT} AS supporter_count,
            a.relation, a.red_relation, a.red_distance_meters, a.phenomena,
            ${GRAVEST_PHENOMENA} AS gravest_phenomena,
            p.tier, p.rank, p.score, p.possible_tier
     FROM access.resident r
     LEFT JOIN access.household_facts h
       ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
     LEFT JOIN access.assessment a
       ON a.municipality_code = r.municipality_code AND a.subject_kind = 'resident'
          AND a.subject_id = r.id::text
     LEFT JOIN access.priority_result p
       ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
     LEFT JOIN (SELECT resident_id, count(*) AS count FROM access.supporter
                WHERE municipality_code = $1 GROUP BY resident_id) s ON s.resident_id = r.id
     ${JOIN_OWN_PLAN}
     WHERE r.municipality_code = $1 AND (r.archived_at IS NOT NULL) = $3
       AND ($2::text[] IS NULL OR r.district_name = ANY ($2))`,
    [code, districts, isArchived],
  );
}
