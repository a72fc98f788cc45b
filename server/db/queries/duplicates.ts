import type { ConsentPurpose, ConsentState } from '#domain/access/consent';
import type { PlanStage } from '#domain/plan/states';
import type { ComparedPerson } from '#domain/resident/duplicate-score';
import type { PlanState } from '#domain/resident/facts';
import type { Sex } from '#domain/resident/roster-entry';
import type { Queryable } from '../database.ts';
import { SUPPORTER_COUNT } from './read/supporters-said.ts';

export interface DuplicatePersonRow extends ComparedPerson {
  readonly version: number;
  readonly sex: Sex | null;
  readonly district: string | null;
  readonly careLevel: string | null;
  readonly supporterCount: number | null;
  readonly tier: number | null;
  readonly archivedAt: Date | null;
  /** Where their plan stands; null where none was written. */
  readonly planStage: PlanStage | null;
  readonly planVersion: number;
  readonly plan: PlanState | null;
  readonly consents: Readonly<Record<ConsentPurpose, ConsentState>>;
}

/** Everybody on the roster whom the actor may see, with what two entries are compared by. */
export function listPeopleToCompare(
  tx: Queryable,
  code: string,
  districts: readonly string[] | null,
): Promise<DuplicatePersonRow[]> {
  return tx.query(
    `SELECT r.id, r.version, r.roster_number AS "rosterNumber", r.name, r.name_kana AS "nameKana",
       r.birth_date::text AS "birthDate", r.sex, r.address, r.phone, r.district_name AS district,
       h.care_level AS "careLevel", p.tier, r.archived_at AS "archivedAt",
       ${SUPPORTER_COUNT} AS "supporterCount",
       CASE WHEN own.content_version > 0 THEN own.stage END AS "planStage",
       coalesce(own.content_version, 0) AS "planVersion", coalesce(own.fact, h.plan) AS plan,
       jsonb_build_object('roster', coalesce(said.roster, 'not-asked'),
         'plan', coalesce(said.plan, 'not-asked')) AS consents
     FROM resident r
     LEFT JOIN household_facts h
       ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
     LEFT JOIN priority_result p
       ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
     LEFT JOIN (SELECT resident_id, count(*) AS count FROM supporter
                WHERE municipality_code = $1 GROUP BY resident_id) s ON s.resident_id = r.id
     LEFT JOIN plan own ON own.municipality_code = r.municipality_code AND own.resident_id = r.id
     LEFT JOIN (SELECT resident_id, max(state) FILTER (WHERE purpose = 'roster') AS roster,
                  max(state) FILTER (WHERE purpose = 'plan') AS plan
                FROM consent WHERE municipality_code = $1 GROUP BY resident_id) said
       ON said.resident_id = r.id
     WHERE r.municipality_code = $1 AND r.archived_at IS NULL
       AND ($2::text[] IS NULL OR r.district_name = ANY ($2))
     ORDER BY r.roster_number, r.id`,
    [code, districts],
  );
}

/** Of those people, who has a plan that says something and has not ended. */
export async function selectPlanned(
  tx: Queryable,
  code: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT resident_id AS id FROM plan WHERE municipality_code = $1
       AND resident_id = ANY ($2::uuid[]) AND content_version > 0 AND stage <> 'ended'`,
    [code, ids],
  );
  return rows.map(({ id }) => id);
}

/** Plans of entries that turned out to be this person, and the person that this entry turned out to be. */
export async function selectMergedPlans(
  tx: Queryable,
  code: string,
  residentId: string,
): Promise<{ readonly others: MergedPlan[]; readonly into: string | null }> {
  const [row] = await tx.query<{ others: MergedPlan[]; into: string | null }>(
    `WITH same AS (
       SELECT kept_id, CASE WHEN kept_id = resident_a THEN resident_b ELSE resident_a END AS merged_id
       FROM duplicate_decision WHERE municipality_code = $1 AND decision = 'same'
         AND $2 IN (resident_a, resident_b))
     SELECT (SELECT coalesce(json_agg(json_build_object('residentId', p.resident_id, 'stage', p.stage,
           'contentVersion', p.content_version) ORDER BY p.resident_id), '[]')
         FROM same JOIN plan p ON p.municipality_code = $1 AND p.resident_id = same.merged_id
         WHERE same.kept_id = $2 AND p.content_version > 0 AND p.stage <> 'ended') AS others,
       (SELECT kept_id FROM same WHERE merged_id = $2 LIMIT 1) AS into`,
    [code, residentId],
  );
  return row ?? { others: [], into: null };
}
export interface MergedPlan {
  readonly residentId: string;
  readonly stage: PlanStage;
  readonly contentVersion: number;
}

export interface DuplicateDecisionRecord {
  readonly a: string;
  readonly b: string;
  readonly decision: 'same' | 'different';
  readonly keptId: string | null;
}

const DECISION = `resident_a AS a, resident_b AS b, decision, kept_id AS "keptId"`;

export function listDecisions(tx: Queryable, code: string): Promise<DuplicateDecisionRecord[]> {
  return tx.query(`SELECT ${DECISION} FROM duplicate_decision WHERE municipality_code = $1`, [
    code,
  ]);
}

/** The judgement of a pair, locked; `a` is the smaller id. */
export async function findDecision(
  tx: Queryable,
  code: string,
  a: string,
  b: string,
): Promise<DuplicateDecisionRecord | null> {
  const [row] = await tx.query<DuplicateDecisionRecord>(
    `SELECT ${DECISION} FROM duplicate_decision
     WHERE municipality_code = $1 AND resident_a = $2 AND resident_b = $3 FOR UPDATE`,
    [code, a, b],
  );
  return row ?? null;
}

export async function storeDecision(
  tx: Queryable,
  code: string,
  { a, b, decision, keptId }: DuplicateDecisionRecord,
): Promise<void> {
  await tx.query(
    `INSERT INTO duplicate_decision
       (municipality_code, resident_a, resident_b, decision, kept_id, decided_by)
     VALUES ($1, $2, $3, $4, $5, current_setting('app.actor', true))
     ON CONFLICT (municipality_code, resident_a, resident_b) DO UPDATE SET
       decision = excluded.decision, kept_id = excluded.kept_id, decided_at = now(),
       decided_by = excluded.decided_by`,
    [code, a, b, decision, keptId],
  );
}

export async function deleteDecision(
  tx: Queryable,
  code: string,
  a: string,
  b: string,
): Promise<void> {
  await tx.query(
    `DELETE FROM duplicate_decision
     WHERE municipality_code = $1 AND resident_a = $2 AND resident_b = $3`,
    [code, a, b],
  );
}

/** Archives an entry with a link to the person that it turned out to be. Nothing of it is deleted but rank and judgement. */
export async function mergeResident(
  tx: Queryable,
  code: string,
  mergedId: string,
  keptId: string,
): Promise<void> {
  await tx.query(
    `UPDATE resident SET archived_at = now(), merged_into = $3, version = version + 1,
       updated_at = now()
     WHERE municipality_code = $1 AND id = $2`,
    [code, mergedId, keptId],
  );
  await tx.query('DELETE FROM priority_result WHERE municipality_code = $1 AND resident_id = $2', [
    code,
    mergedId,
  ]);
  await tx.query(
    `DELETE FROM assessment
     WHERE municipality_code = $1 AND subject_kind = 'resident' AND subject_id = $2`,
    [code, mergedId],
  );
}

/** Takes a merge back; false where the entry is not merged with that person. */
export async function partResident(
  tx: Queryable,
  code: string,
  mergedId: string,
  keptId: string,
): Promise<boolean> {
  const rows = await tx.query<{ changed: number }>(
    `WITH changed AS (
       UPDATE resident SET archived_at = NULL, merged_into = NULL, version = version + 1,
         updated_at = now()
       WHERE municipality_code = $1 AND id = $2 AND merged_into = $3 RETURNING 1)
     SELECT count(*) AS changed FROM changed`,
    [code, mergedId, keptId],
  );
  return rows[0]?.changed === 1;
}
