import type { Relation } from '#domain/hazard/relation';
import type { DepartureLevel, PlanContent } from '#domain/plan/plan';
import type { Device } from '#domain/resident/disability';
import type { Transaction } from '../database.ts';
import { BATCH_SIZE, columnsOf } from './unnest.ts';

/** What a response copies of somebody who lives at home. */
export interface ToCopy {
  readonly id: string;
  readonly district: string | null;
  readonly tier: number;
  readonly rank: number;
  readonly redRelation: Relation;
  readonly hasPlan: boolean;
  /** Of the plan's newest version, without the line of its route; null where none was saved. */
  readonly plan: {
    readonly departure: PlanContent['departure'];
    readonly durationSeconds: number | null;
    readonly supporters: PlanContent['supporters'];
    readonly destination: string | null;
  } | null;
  /** Facility that the plan leads to, or that it is given to. */
  readonly shelterId: string | null;
}

/** Everybody on the roster who lives at home in those districts (null = everywhere). */
export function selectToCopy(
  tx: Transaction,
  code: string,
  districts: readonly string[] | null,
): Promise<ToCopy[]> {
  return tx.query(
    `SELECT r.id, r.district_name AS district, coalesce(p.tier, 0) AS tier,
       coalesce(p.rank, 0) AS rank, coalesce(a.red_relation, 'undetermined') AS "redRelation",
       coalesce(own.fact, h.plan) IS NOT DISTINCT FROM 'complete' AS "hasPlan",
       CASE WHEN own.fact = 'complete' THEN jsonb_build_object(
         'departure', v.content -> 'departure',
         'durationSeconds', v.content -> 'route' -> 'durationSeconds',
         'supporters', v.content -> 'supporters',
         'destination', v.content -> 'destination' -> 'name') END AS plan,
       CASE WHEN own.fact = 'complete' THEN own.outline ->> 'destinationShelterId'
         WHEN own.fact IS NULL AND h.plan = 'complete' THEN given.shelter_ids[1] END AS "shelterId"
     FROM resident r
     LEFT JOIN household_facts h
       ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
     LEFT JOIN priority_result p
       ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
     LEFT JOIN assessment a ON a.municipality_code = r.municipality_code
       AND a.subject_kind = 'resident' AND a.subject_id = r.id::text
     LEFT JOIN plan own ON own.municipality_code = r.municipality_code AND own.resident_id = r.id
     LEFT JOIN plan_version v ON v.municipality_code = r.municipality_code
       AND v.resident_id = r.id AND v.version = own.content_version
     LEFT JOIN consent given ON given.municipality_code = r.municipality_code
       AND given.resident_id = r.id AND given.purpose = 'plan'
     WHERE r.municipality_code = $1 AND r.archived_at IS NULL
       AND h.household IS DISTINCT FROM 'facility'
       AND ($2::text[] IS NULL OR r.district_name = ANY ($2))
     ORDER BY r.id`,
    [code, districts],
  );
}

/** Somebody as a response knows them; what the actor may not see of the plan is null. */
export interface CopiedPerson {
  readonly id: string;
  readonly district: string | null;
  readonly tier: number;
  readonly rank: number;
  readonly redRelation: Relation;
  readonly hasPlan: boolean;
  readonly startAt: DepartureLevel | null;
  readonly latestStartMinutes: number | null;
  readonly isUpperBound: boolean;
  readonly destination: string | null;
  readonly expectedShelterId: string | null;
}

export async function insertCopied(
  tx: Transaction,
  code: string,
  responseId: string,
  people: readonly CopiedPerson[],
): Promise<void> {
  for (let from = 0; from < people.length; from += BATCH_SIZE)
    await tx.query(
      `INSERT INTO response_person (municipality_code, response_id, resident_id, district, tier, rank,
         red_relation, has_plan, start_at, latest_start_minutes, is_upper_bound, destination,
         expected_shelter_id)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::text[], $5::int[], $6::int[], $7::text[],
         $8::boolean[], $9::int[], $10::int[], $11::boolean[], $12::text[], $13::text[])`,
      [
        ...[code, responseId],
        ...columnsOf(people.slice(from, from + BATCH_SIZE), [
          ...(['id', 'district', 'tier', 'rank', 'redRelation', 'hasPlan', 'startAt'] as const),
          ...(['latestStartMinutes', 'isUpperBound', 'destination'] as const),
          'expectedShelterId',
        ]),
      ],
    );
}

/** Of the open responses, those with somebody whom the actor sees. */
export async function selectOpenWithPeople(tx: Transaction, code: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT r.id FROM response r WHERE r.municipality_code = $1 AND r.closed_at IS NULL
       AND EXISTS (SELECT FROM access.response_person p
         WHERE p.municipality_code = $1 AND p.response_id = r.id)`,
    [code],
  );
  return rows.map(({ id }) => id);
}

/** Those whom the actor sees. */
export function selectCopied(
  tx: Transaction,
  code: string,
  responseId: string,
): Promise<CopiedPerson[]> {
  return tx.query(
    `SELECT resident_id AS id, district, tier, rank, red_relation AS "redRelation",
       has_plan AS "hasPlan", start_at AS "startAt", latest_start_minutes AS "latestStartMinutes",
       is_upper_bound AS "isUpperBound", destination, expected_shelter_id AS "expectedShelterId"
     FROM access.response_person WHERE municipality_code = $1 AND response_id = $2`,
    [code, responseId],
  );
}

/** What those depend on whom the actor sees, as the actor sees it; who depends on nothing is left out. */
export function selectDevices(
  tx: Transaction,
  code: string,
  responseId: string,
): Promise<{ readonly id: string; readonly devices: Device[] }[]> {
  return tx.query(
    `SELECT p.resident_id AS id, h.devices
     FROM access.response_person p
     JOIN access.household_facts h
       ON h.municipality_code = p.municipality_code AND h.resident_id = p.resident_id
     WHERE p.municipality_code = $1 AND p.response_id = $2 AND cardinality(h.devices) > 0`,
    [code, responseId],
  );
}
