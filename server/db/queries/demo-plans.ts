import type { Position } from '#domain/geo/position';
import type { PlanContent } from '#domain/plan/plan';
import type { PlanRecord } from '#domain/plan/record';
import type { PlanState } from '#domain/resident/facts';
import type { Transaction } from '../database.ts';
import type { PlanEventRecord } from './plans.ts';

/** Somebody of the fictional city in a red zone, with the welfare shelter that a plan leads to. */
export interface DemoPlanPerson {
  readonly id: string;
  /** What the roster says of a plan. */
  readonly plan: PlanState;
  readonly is_given: boolean;
  readonly home: Position;
  readonly shelter_id: string;
  readonly shelter_name: string;
  readonly shelter_address: string | null;
  readonly shelter: Position;
  /** As the crow flies. */
  readonly apart_meters: number;
}

/** The first `most` of each state that the roster knows, by roster number: the same every time. */
export function selectDemoPlanPeople(
  tx: Transaction,
  code: string,
  most: number,
): Promise<DemoPlanPerson[]> {
  return tx.query(
    `WITH
     facility AS (
       SELECT s.id, s.name, s.address, s.position FROM shelter s JOIN dataset d
         ON d.municipality_code = s.municipality_code AND d.id = s.dataset_id
       WHERE s.municipality_code = $1 AND d.status = 'active' AND s.kind = 'welfare-shelter'
         AND s.position IS NOT NULL),
     person AS (
       SELECT r.id, h.plan, r.position, c.shelter_ids, c.state = 'agreed' AS is_given,
         row_number() OVER (PARTITION BY h.plan, c.state = 'agreed'
           ORDER BY r.roster_number) AS place
       FROM resident r JOIN household_facts h
         ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
       LEFT JOIN consent c ON c.municipality_code = r.municipality_code
         AND c.resident_id = r.id AND c.purpose = 'plan'
       WHERE r.municipality_code = $1 AND r.archived_at IS NULL AND h.plan IS NOT NULL
         AND NOT EXISTS (SELECT FROM plan own WHERE own.municipality_code = r.municipality_code
           AND own.resident_id = r.id)
         AND h.household IS DISTINCT FROM 'facility'
         AND r.position IS NOT NULL AND EXISTS (
           SELECT FROM assessment a WHERE a.municipality_code = r.municipality_code
             AND a.subject_kind = 'resident' AND a.subject_id = r.id::text
             AND a.red_relation = 'inside'))
     SELECT p.id, p.plan, coalesce(p.is_given, false) AS is_given,
       ARRAY[ST_X(p.position), ST_Y(p.position)] AS home,
       f.id AS shelter_id, f.name AS shelter_name, f.address AS shelter_address,
       ARRAY[ST_X(f.position), ST_Y(f.position)] AS shelter,
       ST_Distance(p.position::geography, f.position::geography) AS apart_meters
     FROM person p
     CROSS JOIN LATERAL (
       SELECT * FROM facility ORDER BY facility.id = ANY (coalesce(p.shelter_ids, '{}')) DESC,
         ST_Distance(facility.position, p.position), facility.id LIMIT 1) f
     -- Nobody's plan is shared without consent: the roster's word alone stands then.
     WHERE p.place <= $2 AND (p.plan <> 'complete' OR p.is_given)
     ORDER BY p.plan, p.is_given, p.place`,
    [code, most],
  );
}

export interface DemoPlan {
  readonly residentId: string;
  readonly record: PlanRecord;
  readonly content: PlanContent;
  /** From the first to the last; what came of each is the plan. */
  readonly events: readonly PlanEventRecord[];
}

/** Three statements for all of them: a visitor waits for the city. */
export async function insertDemoPlans(
  tx: Transaction,
  code: string,
  plans: readonly DemoPlan[],
): Promise<void> {
  await tx.query(
    `INSERT INTO plan (municipality_code, resident_id, version, stage, stage_since, content_version,
       outline, approvals, review_reasons, end_reason, updated_at, updated_by)
     SELECT $1, "residentId", jsonb_array_length(events), record ->> 'stage',
       (events -> -1 ->> 'happenedAt')::timestamptz, (record ->> 'contentVersion')::integer,
       record -> 'outline', record -> 'approvals',
       ARRAY(SELECT jsonb_array_elements_text(record -> 'reviewReasons')), record ->> 'endReason',
       (events -> -1 ->> 'happenedAt')::timestamptz, events -> -1 ->> 'doneBy'
     FROM ${ROWS}`,
    [code, JSON.stringify(plans)],
  );
  const eachEvent = `${ROWS}, jsonb_to_recordset(events) AS e (version integer, task text,
    "fromStage" text, "toStage" text, "contentVersion" integer, "reviewReasons" jsonb,
    reason text, "happenedAt" timestamptz, "doneBy" text, role text, said jsonb)`;
  await tx.query(
    `INSERT INTO plan_version (municipality_code, resident_id, version, content, saved_at, saved_by)
     SELECT $1, "residentId", "contentVersion", content, "happenedAt", "doneBy"
     FROM ${eachEvent} WHERE task = 'write'`,
    [code, JSON.stringify(plans)],
  );
  await tx.query(
    `INSERT INTO plan_event (municipality_code, resident_id, version, task, from_stage, to_stage,
       content_version, reason, review_reasons, happened_at, done_by, role, said_by, said_on)
     SELECT $1, "residentId", version, task, "fromStage", "toStage", "contentVersion",
       reason, ARRAY(SELECT jsonb_array_elements_text("reviewReasons")), "happenedAt", "doneBy", role,
       said ->> 'by', (said ->> 'on')::date
     FROM ${eachEvent}`,
    [code, JSON.stringify(plans)],
  );
}

const ROWS = `jsonb_to_recordset($2::jsonb)
  AS p ("residentId" uuid, record jsonb, content jsonb, events jsonb)`;
