import type { DatasetDifference } from '#contract/dataset';
import type { ConsentRecord } from '#domain/access/consent-record';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';
import { columnsOf, withoutNul } from './unnest.ts';

/** Whether a line of a list is of somebody on the roster, and not older than what is on record. */
export interface ConsentVerdict {
  readonly isKnown: boolean;
  readonly isOlder: boolean;
}

/** What was decided later stands, and what has a date against what has none. */
const isOlder = (line: string) => `coalesce(consent.decided_on > ${line}.decided_on,
  consent.decided_on IS NOT NULL AND ${line}.decided_on IS NULL, false)`;

/** Stores those lines of a list that can be taken; a verdict for each in order. */
export function stageConsents(
  tx: Queryable,
  key: DatasetKey,
  records: readonly (ConsentRecord & { readonly recordNumber: number })[],
): Promise<ConsentVerdict[]> {
  const rows = records.map((record) => ({
    ...record,
    rosterNumber: withoutNul(record.rosterNumber),
    explainedBy: record.explainedBy === null ? null : withoutNul(record.explainedBy),
  }));
  return tx.query<ConsentVerdict>(
    `WITH line AS (
       SELECT * FROM unnest($3::text[], $4::text[], $5::int[], $6::text[], $7::date[], $8::text[],
           $9::boolean[]) WITH ORDINALITY
         AS given (roster_number, purpose, record_number, state, decided_on, explained_by, on_paper,
           ordinal)
     ), looked AS (
       SELECT line.*, resident.id IS NOT NULL AS is_known, ${isOlder('line')} AS is_older
       FROM line
       LEFT JOIN resident ON resident.municipality_code = $1
         AND resident.roster_number = line.roster_number AND resident.archived_at IS NULL
       LEFT JOIN consent ON consent.municipality_code = $1 AND consent.resident_id = resident.id
         AND consent.purpose = line.purpose
     ), kept AS (
       INSERT INTO staged_consent (municipality_code, dataset_id, roster_number, purpose,
         record_number, state, decided_on, explained_by, on_paper)
       SELECT $1, $2, roster_number, purpose, record_number, state, decided_on, explained_by, on_paper
       FROM looked WHERE is_known AND NOT is_older
     )
     SELECT is_known AS "isKnown", is_older AS "isOlder" FROM looked ORDER BY ordinal`,
    [
      key.municipalityCode,
      key.datasetId,
      ...columnsOf(rows, [
        ...(['rosterNumber', 'purpose', 'recordNumber', 'state'] as const),
        ...(['decidedOn', 'explainedBy', 'onPaper'] as const),
      ]),
    ],
  );
}

const IS_SAME = `(consent.state, consent.decided_on, consent.explained_by, consent.on_paper)
  IS NOT DISTINCT FROM (line.state, line.decided_on, line.explained_by, line.on_paper)`;
/** A line with whom it is about, and what is on record of them. */
const LINES = `staged_consent AS line
  JOIN resident ON resident.municipality_code = $1
    AND resident.roster_number = line.roster_number AND resident.archived_at IS NULL
  LEFT JOIN consent ON consent.municipality_code = $1 AND consent.resident_id = resident.id
    AND consent.purpose = line.purpose
  WHERE line.municipality_code = $1 AND line.dataset_id = $2`;

/** Against what is on record. Whoever is not in the list keeps what they said: nothing is removed. */
export async function compareConsents(tx: Queryable, key: DatasetKey): Promise<DatasetDifference> {
  const [row] = await tx.query<DatasetDifference>(
    `SELECT count(*) FILTER (WHERE consent.resident_id IS NULL) AS added,
       count(*) FILTER (WHERE NOT (${IS_SAME}) AND NOT ${isOlder('line')}
         AND consent.resident_id IS NOT NULL) AS changed,
       0::bigint AS removed,
       count(*) FILTER (WHERE consent.resident_id IS NOT NULL
         AND (${IS_SAME} OR ${isOlder('line')})) AS unchanged
     FROM ${LINES}`,
    [key.municipalityCode, key.datasetId],
  );
  return row ?? { added: 0, changed: 0, removed: 0, unchanged: 0 };
}

const AS_RECORD = (table: string) => `jsonb_build_object('state', ${table}.state,
  'decidedOn', ${table}.decided_on, 'explainedBy', ${table}.explained_by,
  'onPaper', ${table}.on_paper, 'shelterIds', to_jsonb(${table}.shelter_ids))`;

/** Puts a staged list on record, with the history of each; ids of those whose record changed. */
export async function applyConsents(tx: Queryable, key: DatasetKey, by: string): Promise<string[]> {
  const parameters = [key.municipalityCode, key.datasetId];
  // Nobody changes these on the screen until the transaction ends.
  await tx.query(
    `SELECT 1 FROM consent WHERE municipality_code = $1 AND (resident_id, purpose) IN (
       SELECT resident.id, line.purpose FROM ${LINES}) FOR UPDATE`,
    parameters,
  );
  const changed = await tx.query<{ id: string }>(
    `WITH due AS (
       SELECT resident.id AS resident_id, line.purpose, line.state, line.decided_on,
         line.explained_by, line.on_paper, coalesce(consent.shelter_ids, '{}') AS shelter_ids,
         CASE WHEN consent.resident_id IS NOT NULL THEN ${AS_RECORD('consent')} END AS former
       FROM ${LINES} AND (consent.resident_id IS NULL OR NOT (${IS_SAME} OR ${isOlder('line')}))
     ), written AS (
       INSERT INTO consent (municipality_code, resident_id, purpose, state, version, decided_on,
         explained_by, on_paper, shelter_ids)
       SELECT $1, resident_id, purpose, state, 1, decided_on, explained_by, on_paper, shelter_ids
       FROM due
       ON CONFLICT (municipality_code, resident_id, purpose) DO UPDATE SET state = excluded.state,
         version = consent.version + 1, decided_on = excluded.decided_on,
         explained_by = excluded.explained_by, on_paper = excluded.on_paper
       RETURNING resident_id, purpose, version
     ), noted AS (
       INSERT INTO consent_change (municipality_code, resident_id, purpose, version, former, record,
         changed_by, dataset_id)
       SELECT $1, resident_id, purpose, written.version, due.former, ${AS_RECORD('due')}, $3, $2
       FROM written JOIN due USING (resident_id, purpose)
     )
     SELECT DISTINCT resident_id AS id FROM written`,
    [...parameters, by],
  );
  return changed.map(({ id }) => id);
}

/**
 * Puts what a list changed back to what stood before it, but for those whom somebody changed on the screen
 * since; ids of those who changed.
 */
export async function undoConsents(tx: Queryable, key: DatasetKey, by: string): Promise<string[]> {
  const changed = await tx.query<{ id: string }>(
    `WITH due AS (
       SELECT DISTINCT ON (resident_id, purpose) resident_id, purpose, former
       FROM consent_change AS change
       WHERE municipality_code = $1 AND dataset_id = $2 AND NOT EXISTS (
         SELECT FROM consent_change AS later WHERE later.municipality_code = $1
           AND later.resident_id = change.resident_id AND later.purpose = change.purpose
           AND later.version > change.version AND later.dataset_id IS NULL)
       ORDER BY resident_id, purpose, version DESC
     ), before AS (
       SELECT consent.*, due.former FROM consent JOIN due USING (resident_id, purpose)
       WHERE municipality_code = $1 FOR UPDATE OF consent
     ), written AS (
       UPDATE consent SET version = consent.version + 1,
         state = coalesce(before.former ->> 'state', 'not-asked'),
         decided_on = (before.former ->> 'decidedOn')::date,
         explained_by = before.former ->> 'explainedBy',
         on_paper = coalesce((before.former ->> 'onPaper')::boolean, false)
       FROM before
       WHERE consent.municipality_code = $1 AND consent.resident_id = before.resident_id
         AND consent.purpose = before.purpose
       RETURNING consent.*
     ), noted AS (
       INSERT INTO consent_change (municipality_code, resident_id, purpose, version, former, record,
         changed_by, dataset_id)
       SELECT $1, written.resident_id, written.purpose, written.version, ${AS_RECORD('before')},
         ${AS_RECORD('written')}, $3, $2
       FROM written JOIN before USING (resident_id, purpose)
     )
     SELECT DISTINCT resident_id AS id FROM written`,
    [key.municipalityCode, key.datasetId, by],
  );
  return changed.map(({ id }) => id);
}
