import type { PlanContent } from '#domain/plan/plan';
import type { KeptFinding } from '#domain/plan/review/kept-findings';
import type { PlanTruth } from '#domain/plan/review/truth';
import type { Accuracy } from '#domain/resident/accuracy';
import type { CareLevel } from '#domain/resident/care-level';
import type { Household } from '#domain/resident/facts';
import type { Queryable, Transaction } from '../../database.ts';
import type { StoredPlan } from '../plans.ts';

const IS_RUNNING = (column: string) => `${column} IN ('shared', 'in-force', 'review-due')`;
/** By which event a plan came to be shared or in force. */
const ENTERED = `SELECT municipality_code, resident_id, max(version) AS version,
    max(happened_at) AS happened_at
  FROM plan_event
  WHERE municipality_code = $1 AND ${IS_RUNNING('to_stage')} AND NOT ${IS_RUNNING('from_stage')}
  GROUP BY 1, 2`;

/** A plan that is shared or in force, with what the roster says of the person, and what it rests on. */
export interface RunningPlanRow extends Omit<StoredPlan, 'fact'> {
  readonly id: string;
  readonly enteredVersion: number;
  readonly enteredAt: Date;
  readonly content: Pick<PlanContent, 'supporters' | 'destination' | 'secondDestination' | 'route'>;
  readonly address: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly accuracy: Accuracy;
  readonly radiusMeters: number | null;
  readonly careLevel: CareLevel | null;
  readonly household: Household | null;
  readonly listed: readonly {
    readonly name: string;
    readonly address: string | null;
    readonly lng: number | null;
    readonly lat: number | null;
  }[];
  readonly basis: PlanTruth | null;
  readonly current: PlanTruth | null;
  readonly findings: readonly KeptFinding[] | null;
  readonly confirmedOn: string | null;
  readonly confirmedBy: string | null;
  readonly basisVersion: number | null;
}

/** Of people on the roster, in the order in which they came into force. */
export function selectRunningPlans(tx: Transaction, code: string): Promise<RunningPlanRow[]> {
  return tx.query(
    `WITH entered AS MATERIALIZED (${ENTERED}),
     named AS MATERIALIZED (
       SELECT resident_id, json_agg(json_build_object('name', name, 'address', address,
         'lng', ST_X(position), 'lat', ST_Y(position)) ORDER BY ordinal) AS listed
       FROM supporter WHERE municipality_code = $1 GROUP BY resident_id)
     SELECT p.resident_id AS id, p.version, p.stage, p.stage_since AS "stageSince",
       p.content_version AS "contentVersion", p.outline, p.approvals,
       p.review_reasons AS "reviewReasons", p.end_reason AS "endReason",
       e.version AS "enteredVersion", e.happened_at AS "enteredAt", v.content,
       r.address, ST_X(r.position) AS lng, ST_Y(r.position) AS lat, r.accuracy,
       r.radius_meters AS "radiusMeters", h.care_level AS "careLevel", h.household,
       coalesce(named.listed, '[]') AS listed,
       b.basis, b.current, b.findings, b.confirmed_on::text AS "confirmedOn",
       b.confirmed_by AS "confirmedBy", b.plan_version AS "basisVersion"
     FROM plan p
     JOIN entered e ON e.resident_id = p.resident_id
     JOIN plan_version v ON v.municipality_code = $1 AND v.resident_id = p.resident_id
       AND v.version = p.content_version
     JOIN resident r ON r.municipality_code = $1 AND r.id = p.resident_id AND r.archived_at IS NULL
     LEFT JOIN household_facts h ON h.municipality_code = $1 AND h.resident_id = p.resident_id
     LEFT JOIN named ON named.resident_id = p.resident_id
     LEFT JOIN plan_basis b ON b.municipality_code = $1 AND b.resident_id = p.resident_id
     WHERE p.municipality_code = $1 AND ${IS_RUNNING('p.stage')}
     ORDER BY e.happened_at, p.resident_id`,
    [code],
  );
}

/** Whether there is any, and whether one has come into force since its basis was taken. */
export async function lookAtRunningPlans(
  tx: Queryable,
  code: string,
): Promise<{ readonly isAny: boolean; readonly isAnyNew: boolean }> {
  const [row] = await tx.query<{ isAny: boolean; isAnyNew: boolean }>(
    `WITH entered AS (${ENTERED})
     SELECT count(*) > 0 AS "isAny",
       coalesce(bool_or(b.plan_version IS NULL OR b.plan_version < e.version), false) AS "isAnyNew"
     FROM plan p
     JOIN entered e ON e.resident_id = p.resident_id
     JOIN resident r ON r.municipality_code = $1 AND r.id = p.resident_id AND r.archived_at IS NULL
     LEFT JOIN plan_basis b ON b.municipality_code = $1 AND b.resident_id = p.resident_id
     WHERE p.municipality_code = $1 AND ${IS_RUNNING('p.stage')}`,
    [code],
  );
  return row ?? { isAny: false, isAnyNew: false };
}

export interface RouteRoadRow {
  /** Place in what was asked for. */
  readonly at: number;
  readonly id: string;
  readonly attributes: string;
}

/** Some 10 m: centre lines of one road lie no further apart from one dataset to the next. */
const APART_DEGREES = 0.0001;

/** Roads in force at some places: the one of that id where it still lies there, else the nearest. */
export function selectRoadsThere(
  database: Queryable,
  code: string,
  datasetIds: readonly string[],
  roads: readonly { readonly id: string; readonly middle: readonly [number, number] }[],
): Promise<RouteRoadRow[]> {
  return database.query(
    `SELECT wanted.at, road.id, road.attributes::text AS attributes
     FROM unnest($3::int[], $4::text[], $5::float8[], $6::float8[]) AS wanted (at, id, lng, lat)
     CROSS JOIN LATERAL (SELECT ST_SetSRID(ST_MakePoint(lng, lat), 4326) AS middle) AS place
     CROSS JOIN LATERAL (
       SELECT id, attributes FROM (
         SELECT r.id, r.attributes, -1 AS apart FROM road r
         WHERE r.municipality_code = $1 AND r.dataset_id = ANY ($2::uuid[]) AND r.id = wanted.id
           AND ST_DWithin(r.geometry, middle, ${APART_DEGREES})
         UNION ALL
         SELECT r.id, r.attributes, ST_Distance(r.geometry, middle) FROM road r
         WHERE r.municipality_code = $1 AND r.dataset_id = ANY ($2::uuid[])
           AND ST_DWithin(r.geometry, middle, ${APART_DEGREES})) AS near
       ORDER BY apart LIMIT 1) AS road`,
    [
      code,
      datasetIds,
      roads.map((_, at) => at),
      roads.map(({ id }) => id),
      roads.map(({ middle }) => middle[0]),
      roads.map(({ middle }) => middle[1]),
    ],
  );
}
