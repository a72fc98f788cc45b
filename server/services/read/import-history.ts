import type { ImportJobView } from '#contract/data-decisions';
import type { Job } from '#contract/dataset';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  findImportJob,
  type ListedImportJob,
  listImportJobs,
} from '../../db/queries/import-jobs.ts';
import { findHeldReport } from '../decide-on-dataset.ts';
import { interruptedJob } from '../import-history.ts';

/** A job of this process, which is further than what is stored of it. */
type FindLiveJob = (id: string) => Job | null;

const LISTED = 20;

/** The latest imports, without their reports. */
export async function listImports(
  database: Database,
  actor: Actor,
  municipalityCode: string,
  findLive: FindLiveJob,
): Promise<ImportJobView[]> {
  const rows = await withActor(database, actor, municipalityCode, (tx) =>
    listImportJobs(tx, municipalityCode, LISTED),
  );
  return rows.map((row) => {
    const { result: _, ...job } = jobOf(row, findLive);
    return viewOf(row, job);
  });
}

/** One import with its report; what waits for a decision is told as it is now. null: unknown. */
export async function findImport(
  database: Database,
  actor: Actor,
  municipalityCode: string,
  id: string,
  findLive: FindLiveJob,
): Promise<ImportJobView | null> {
  const row = await withActor(database, actor, municipalityCode, (tx) =>
    findImportJob(tx, municipalityCode, id),
  );
  if (row === null) return null;
  const job = jobOf(row, findLive);
  const key = { municipalityCode, datasetId: row.datasetId };
  const held = job.state === 'succeeded' ? await findHeldReport({ database }, key) : null;
  return viewOf(row, held === null ? withoutDecision(job) : { ...job, result: held });
}

/** A report that says that data wait, when they do no longer. */
function withoutDecision(job: Job): Job {
  const { result } = job;
  return typeof result === 'object' && result !== null && 'isHeld' in result
    ? { ...job, result: { ...result, isHeld: false } }
    : job;
}

function jobOf({ id, job }: ListedImportJob, findLive: FindLiveJob): Job {
  return findLive(id) ?? job ?? interruptedJob(id, false);
}

function viewOf(row: ListedImportJob, job: Job) {
  const { source, fileNames, startedBy, startedAt, datasetId } = row;
  return { source, fileNames, startedBy, startedAt: startedAt.toISOString(), datasetId, job };
}
