import type { AuditAction } from '#domain/access/audit';
import type { Role } from '#domain/access/roles';
import type { PlanStep } from '#domain/plan/step-names';
import type { Queryable } from '../../database.ts';

interface AuditRecord {
  readonly seq: number;
  readonly at: Date;
  readonly role: Role | 'system';
  readonly name: string;
  readonly address: string | null;
  readonly agent: string | null;
  readonly action: AuditAction;
  readonly purpose: string;
  readonly peopleCount: number;
  readonly isDisaster: boolean;
  readonly requestId: string | null;
  readonly refused: string | null;
  readonly step: PlanStep | null;
}

/** null: not asked for. */
export interface AuditQuery {
  readonly from: string | null;
  readonly until: string | null;
  readonly name: string | null;
  readonly action: AuditAction | null;
  readonly personId: string | null;
  /** Lines before this number: the next page. */
  readonly before: number | null;
  readonly limit: number;
}

const COLUMNS = `seq, at, role, name, address, agent, action, purpose,
  cardinality(people) AS "peopleCount", cardinality(disaster_modes) > 0 AS "isDisaster",
  request_id AS "requestId", details ->> 'refused' AS refused, 
  CASE WHEN action = 'plan.step' THEN details ->> 'step' END AS step`;

/** The newest first. Times are those of Japan. */
export function searchAudit(
  database: Queryable,
  code: string,
  { from, until, name, action, personId, before, limit }: AuditQuery,
): Promise<AuditRecord[]> {
  return database.query<AuditRecord>(
    `SELECT ${COLUMNS} FROM audit_entry
     WHERE municipality_code = $1
       AND ($2::date IS NULL OR at >= $2::date::timestamp AT TIME ZONE 'Asia/Tokyo')
       AND ($3::date IS NULL OR at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
       AND ($4::text IS NULL OR strpos(lower(name), lower($4)) > 0)
       AND ($5::text IS NULL OR action = $5)
       AND ($6::uuid IS NULL OR people @> ARRAY[$6::uuid])
       AND ($7::bigint IS NULL OR seq < $7)
     ORDER BY seq DESC LIMIT $8`,
    [code, from, until, name, action, personId, before, limit],
  );
}

export async function findByRosterNumber(
  database: Queryable,
  code: string,
  rosterNumber: string,
): Promise<string | null> {
  const [row] = await database.query<{ id: string }>(
    'SELECT audit.person_of($1, $2) AS id LIMIT 1',
    [code, rosterNumber],
  );
  return row?.id ?? null;
}

/** Numbers on the roster of those whom one line names. */
export async function selectEntryPeople(
  database: Queryable,
  code: string,
  seq: number,
): Promise<{ id: string; rosterNumber: string | null }[] | null> {
  const [row] = await database.query<{ people: { id: string; rosterNumber: string | null }[] }>(
    `SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', person, 'rosterNumber', known.roster_number)
         ORDER BY known.roster_number, person)
       FROM unnest(e.people) AS person
       LEFT JOIN audit.numbers_of(e.municipality_code, e.people) known ON known.id = person), '[]')
       AS people
     FROM audit_entry e WHERE e.municipality_code = $1 AND e.seq = $2`,
    [code, seq],
  );
  return row?.people ?? null;
}

export interface SeenInDisaster {
  readonly name: string;
  readonly role: Role | 'system';
  readonly residentId: string;
  readonly rosterNumber: string | null;
  readonly times: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Who saw whom while a disaster mode was open. */
export function selectDisasterReport(
  database: Queryable,
  code: string,
  modeId: string,
): Promise<SeenInDisaster[]> {
  return database.query<SeenInDisaster>(
    `WITH seen AS (
       SELECT e.name, e.role, person AS id, count(*)::integer AS times,
         min(e.at) AS first_at, max(e.at) AS last_at
       FROM audit_entry e, unnest(e.people) AS person
       WHERE e.municipality_code = $1 AND e.disaster_modes @> ARRAY[$2::uuid]
       GROUP BY 1, 2, 3)
     SELECT seen.name, seen.role, seen.id AS "residentId", known.roster_number AS "rosterNumber",
       seen.times, seen.first_at AS "firstAt", seen.last_at AS "lastAt"
     FROM seen LEFT JOIN audit.numbers_of($1, ARRAY(SELECT DISTINCT id FROM seen)) known
       ON known.id = seen.id
     ORDER BY seen.role, seen.name, known.roster_number, seen.id`,
    [code, modeId],
  );
}
