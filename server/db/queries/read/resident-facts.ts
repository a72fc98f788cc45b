import type { Relation } from '#domain/hazard/relation';
import type { Phenomenon } from '#domain/hazard/zone';
import type { Accuracy } from '#domain/resident/accuracy';
import type { CareLevel } from '#domain/resident/care-level';
import type { Device, Disability } from '#domain/resident/disability';
import type { CommunicationNeed, Household, PlanState } from '#domain/resident/facts';
import type { Transaction } from '../../database.ts';
import { IS_SAID_BY_PLAN, JOIN_OWN_PLAN, SUPPORTER_COUNT } from './supporters-said.ts';

export interface ResidentFactsRow {
  readonly id: string;
  readonly district_name: string | null;
  readonly birth_date: string | null;
  readonly accuracy: Accuracy;
  readonly position_source: string | null;
  readonly relation: Relation | null;
  readonly red_relation: Relation | null;
  readonly phenomena: Phenomenon[] | null;
  readonly care_level: CareLevel | null;
  readonly disabilities: Disability[] | null;
  readonly devices: Device[] | null;
  readonly household: Household | null;
  readonly communication: CommunicationNeed | null;
  readonly plan: PlanState | null;
  readonly supporter_count: number | null;
  readonly is_supporter_count_of_plan: boolean;
  readonly source: string | null;
  readonly as_of: string | null;
  /** Since when the plan is what it is; null where the roster alone says so. */
  readonly plan_as_of: string | null;
}

/** What ranking looks at, for one person or (`residentId` null) for everybody whom the actor may see. */
export function selectResidentFacts(
  transaction: Transaction,
  code: string,
  districts: readonly string[] | null,
  residentId: string | null,
): Promise<ResidentFactsRow[]> {
  return transaction.query(
    `SELECT r.id, r.district_name, r.birth_date, r.accuracy, r.position_source,
            a.relation, a.red_relation, a.phenomena,
            h.care_level, h.disabilities, h.devices, h.household, h.communication, h.plan,
            ${SUPPORTER_COUNT} AS supporter_count,
            ${IS_SAID_BY_PLAN} AS is_supporter_count_of_plan,
            h.source, h.as_of, h.plan_as_of::text
     FROM access.resident r
     LEFT JOIN access.household_facts h
       ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
     LEFT JOIN access.assessment a
       ON a.municipality_code = r.municipality_code AND a.subject_kind = 'resident'
          AND a.subject_id = r.id::text
     LEFT JOIN (SELECT resident_id, count(*) AS count FROM access.supporter
                WHERE municipality_code = $1 GROUP BY resident_id) s ON s.resident_id = r.id
     ${JOIN_OWN_PLAN}
     WHERE r.municipality_code = $1
       AND ($2::text[] IS NULL OR r.district_name = ANY ($2))
       AND CASE WHEN $3::uuid IS NULL THEN r.archived_at IS NULL ELSE r.id = $3 END
     ORDER BY r.id`,
    [code, districts, residentId],
  );
}
