import { ASSESSMENT_CHANGES, type AssessmentChange, type ChangeCounts } from '#contract/dataset';
import type { Queryable } from '../database.ts';
import type { DatasetChangeRow } from '../entities/data-decisions.ts';
import type { DatasetKey } from './datasets.ts';
import { columnsOf, inBatches } from './unnest.ts';

export type ChangedSubject = Pick<DatasetChangeRow, 'subjectKind' | 'subjectId' | 'change'>;

const ROWS_OF_A_STATEMENT = 5000;

/** Keeps whose judgement a staged dataset would change, in place of what was kept of it. */
export async function replaceChanges(
  tx: Queryable,
  key: DatasetKey,
  changes: readonly ChangedSubject[],
): Promise<void> {
  await tx.query('DELETE FROM dataset_change WHERE municipality_code = $1 AND dataset_id = $2', [
    key.municipalityCode,
    key.datasetId,
  ]);
  for (const batch of inBatches(changes, ROWS_OF_A_STATEMENT))
    await tx.query(
      `INSERT INTO dataset_change (municipality_code, dataset_id, subject_kind, subject_id, change)
       SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[])`,
      [
        key.municipalityCode,
        key.datasetId,
        ...columnsOf(batch, ['subjectKind', 'subjectId', 'change']),
      ],
    );
}

export interface NamedChange {
  readonly subjectKind: DatasetChangeRow['subjectKind'];
  readonly id: string | null;
  readonly name: string;
  readonly change: AssessmentChange;
}

/** With the names of people and shelters, by name; and how many there are in all. */
export async function listChanges(
  tx: Queryable,
  key: DatasetKey,
  after: number,
  limit: number,
): Promise<{ changes: NamedChange[]; total: number }> {
  const changes = await tx.query<NamedChange>(
    `SELECT "subjectKind", id, name, change FROM (
       SELECT changed.subject_kind AS "subjectKind", changed.change,
         CASE WHEN changed.subject_kind <> 'roster-number' THEN changed.subject_id END AS id,
         coalesce(resident.name, record.entry ->> 'name', shelter.name, '') AS name
       FROM dataset_change AS changed
       LEFT JOIN resident ON changed.subject_kind = 'resident'
         AND resident.municipality_code = $1 AND resident.id::text = changed.subject_id
       LEFT JOIN roster_record AS record ON changed.subject_kind = 'roster-number'
         AND record.municipality_code = $1 AND record.dataset_id = $2
         AND record.roster_number = changed.subject_id
       LEFT JOIN LATERAL (
         SELECT name FROM shelter
         WHERE changed.subject_kind = 'shelter' AND shelter.municipality_code = $1
           AND shelter.id = changed.subject_id
         LIMIT 1
       ) AS shelter ON true
       WHERE changed.municipality_code = $1 AND changed.dataset_id = $2) AS named
     ORDER BY array_position($3::text[], change), "subjectKind", name, id OFFSET $4 LIMIT $5`,
    [key.municipalityCode, key.datasetId, ASSESSMENT_CHANGES, after, limit],
  );
  const [row] = await tx.query<{ count: number }>(
    'SELECT count(*) FROM dataset_change WHERE municipality_code = $1 AND dataset_id = $2',
    [key.municipalityCode, key.datasetId],
  );
  return { changes, total: row?.count ?? 0 };
}

/** How many changes of each sort. */
export function countChanges(changes: readonly ChangedSubject[]): ChangeCounts {
  const count = (change: AssessmentChange) => changes.filter((one) => one.change === change).length;
  return {
    newlyInside: count('newlyInside'),
    noLongerInside: count('noLongerInside'),
    newlyUndetermined: count('newlyUndetermined'),
    noLongerUndetermined: count('noLongerUndetermined'),
  };
}
