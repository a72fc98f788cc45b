import type { Job } from '#contract/dataset';
import type { Queryable } from '../database.ts';
import type { ImportJobRow } from '../entities/data-decisions.ts';

export type NewImportJob = Pick<
  ImportJobRow,
  'id' | 'source' | 'fileNames' | 'datasetId' | 'startedBy'
>;

export async function insertImportJob(
  tx: Queryable,
  municipalityCode: string,
  { id, source, fileNames, datasetId, startedBy }: NewImportJob,
): Promise<void> {
  await tx.query(
    `INSERT INTO import_job (municipality_code, id, source, file_names, dataset_id, started_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [municipalityCode, id, source, fileNames, datasetId, startedBy],
  );
}

/** Stores a job as it was when it ended. */
export async function finishImportJob(
  tx: Queryable,
  municipalityCode: string,
  job: Job,
): Promise<void> {
  const json = JSON.stringify(job).replaceAll('\\u0000', '');
  await tx.query('UPDATE import_job SET job = $3 WHERE municipality_code = $1 AND id = $2', [
    municipalityCode,
    job.id,
    json,
  ]);
}

const COLUMNS = `id, source, file_names AS "fileNames", dataset_id AS "datasetId",
  started_by AS "startedBy", started_at AS "startedAt", job`;

export type ListedImportJob = Omit<ImportJobRow, 'municipalityCode'>;

/** The latest first. */
export async function listImportJobs(
  tx: Queryable,
  municipalityCode: string,
  limit: number,
): Promise<ListedImportJob[]> {
  return tx.query<ListedImportJob>(
    `SELECT ${COLUMNS} FROM import_job WHERE municipality_code = $1
     ORDER BY started_at DESC, id LIMIT $2`,
    [municipalityCode, limit],
  );
}

export async function findImportJob(
  tx: Queryable,
  municipalityCode: string,
  id: string,
): Promise<ListedImportJob | null> {
  const [row] = await tx.query<ListedImportJob>(
    `SELECT ${COLUMNS} FROM import_job WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, id],
  );
  return row ?? null;
}

/** Jobs that no process has ended. */
export async function listUnfinishedImportJobs(
  tx: Queryable,
  municipalityCode: string,
): Promise<ListedImportJob[]> {
  return tx.query<ListedImportJob>(
    `SELECT ${COLUMNS} FROM import_job WHERE municipality_code = $1 AND job IS NULL`,
    [municipalityCode],
  );
}

/** All but the newest. */
export async function pruneImportJobs(
  tx: Queryable,
  municipalityCode: string,
  kept: number,
): Promise<void> {
  await tx.query(
    `DELETE FROM import_job WHERE municipality_code = $1 AND job IS NOT NULL AND id IN (
       SELECT id FROM import_job WHERE municipality_code = $1
       ORDER BY started_at DESC OFFSET $2)`,
    [municipalityCode, kept],
  );
}
