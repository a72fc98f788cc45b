import type { Queryable } from '../database.ts';
import type { JudgedSubject } from './assessments.ts';
import type { DatasetKey } from './datasets.ts';
import { columnsOf, inBatches } from './unnest.ts';

/**
 * Facts of a person on the roster (`resident`, `facts`) beside what the staged record (`record`) says of
 * them, as JSON.
 */
export const ROSTER_FACTS = `(VALUES
  ('name', to_jsonb(resident.name), record.entry -> 'name'),
  ('nameKana', to_jsonb(resident.name_kana), record.entry -> 'nameKana'),
  ('birthDate', to_jsonb(resident.birth_date::text), record.entry -> 'birthDate'),
  ('sex', to_jsonb(resident.sex), record.entry -> 'sex'),
  ('address', to_jsonb(resident.address), record.entry -> 'address'),
  ('phone', to_jsonb(resident.phone), record.entry -> 'phone'),
  ('district', to_jsonb(CASE WHEN district_source = 'roster' THEN district_name END),
    record.entry -> 'districtName'),
  ('reason', to_jsonb(resident.reason), record.entry -> 'reason'),
  ('notes', to_jsonb(resident.notes), record.entry -> 'notes'),
  ('accuracy', to_jsonb(resident.accuracy), to_jsonb(
    CASE WHEN resident.position_origin = 'manual' THEN resident.accuracy ELSE record.accuracy END)),
  ('careLevel', to_jsonb(facts.care_level), record.entry -> 'careLevel'),
  ('disabilities', facts.disabilities, record.entry -> 'disabilities'),
  ('devices', to_jsonb(facts.devices), record.entry -> 'devices'),
  ('household', to_jsonb(facts.household), record.entry -> 'household'),
  ('communication', to_jsonb(facts.communication), record.entry -> 'communication'),
  ('plan', to_jsonb(facts.plan), record.entry -> 'plan')
) AS fact (name, former, present)`;

/** Notes what a staged roster is about to change of whom; new people have no history yet. */
export async function recordRosterChanges(tx: Queryable, key: DatasetKey): Promise<void> {
  const parameters = [key.municipalityCode, key.datasetId];
  await tx.query(
    `INSERT INTO resident_event (municipality_code, resident_id, kind, by, dataset_id, changes)
     SELECT $1, resident.id, CASE WHEN archived_at IS NULL THEN 'changed' ELSE 'returned' END,
       current_setting('app.actor', true), $2, coalesce(difference.changes, '{}')
     FROM roster_record AS record JOIN resident USING (municipality_code, roster_number)
     LEFT JOIN household_facts AS facts
       ON facts.municipality_code = resident.municipality_code AND facts.resident_id = resident.id
     CROSS JOIN LATERAL (
       SELECT jsonb_object_agg(name, jsonb_build_array(former, present)) AS changes FROM ${ROSTER_FACTS}
       WHERE nullif(former, 'null') IS DISTINCT FROM nullif(present, 'null')) AS difference
     WHERE record.municipality_code = $1 AND record.dataset_id = $2 AND resident.merged_into IS NULL
       AND (archived_at IS NOT NULL OR (record.content_hash <> resident.content_hash
         OR record.accuracy <> resident.accuracy) AND difference.changes IS NOT NULL)`,
    parameters,
  );
  await tx.query(
    // With how they lay to the zones, so that what changed can be told of somebody who comes back.
    `INSERT INTO resident_event (municipality_code, resident_id, kind, by, dataset_id, changes)
     SELECT $1, id, 'archived', current_setting('app.actor', true), $2,
       CASE WHEN standing.relation IS NULL THEN '{}' ELSE jsonb_build_object(
         'relation', jsonb_build_array(standing.relation, NULL),
         'redRelation', jsonb_build_array(standing.red_relation, NULL)) END
     FROM resident LEFT JOIN assessment AS standing ON standing.municipality_code = $1
       AND subject_kind = 'resident' AND subject_id = resident.id::text
     WHERE resident.municipality_code = $1 AND archived_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM roster_record AS record
       WHERE record.municipality_code = $1 AND record.dataset_id = $2
         AND record.roster_number = resident.roster_number)`,
    parameters,
  );
}

const ROWS_OF_A_STATEMENT = 5000;

/** Notes whose judgement is about to become another. A first judgement changes nothing. */
export async function recordJudgementChanges(
  tx: Queryable,
  municipalityCode: string,
  judged: readonly JudgedSubject[],
): Promise<void> {
  const people = judged.flatMap(({ kind, id, judgement: { relation, redRelation } }) =>
    kind === 'resident' ? [{ id, relation, redRelation }] : [],
  );
  for (const rows of inBatches(people, ROWS_OF_A_STATEMENT))
    await tx.query(
      `INSERT INTO resident_event (municipality_code, resident_id, kind, changes)
       SELECT $1, judged.id, 'judged', jsonb_build_object(
         'relation', jsonb_build_array(standing.relation, judged.relation),
         'redRelation', jsonb_build_array(standing.red_relation, judged.red_relation))
       FROM unnest($2::uuid[], $3::text[], $4::text[]) AS judged (id, relation, red_relation)
       JOIN assessment AS standing ON standing.municipality_code = $1
         AND subject_kind = 'resident' AND subject_id = judged.id::text
       WHERE (standing.relation, standing.red_relation) <> (judged.relation, judged.red_relation)`,
      [municipalityCode, ...columnsOf(rows, ['id', 'relation', 'redRelation'])],
    );
}

interface NewEvent {
  readonly residentId: string;
  readonly kind: 'left' | 'merged' | 'unmerged';
  readonly reason: string | null;
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export async function insertResidentEvent(
  tx: Queryable,
  municipalityCode: string,
  { residentId, kind, reason, changes = {} }: NewEvent,
): Promise<void> {
  await tx.query(
    `INSERT INTO resident_event (municipality_code, resident_id, kind, by, reason, changes)
     VALUES ($1, $2, $3, current_setting('app.actor', true), $4, $5)`,
    [municipalityCode, residentId, kind, reason, JSON.stringify(changes)],
  );
}
