import type { Job } from '#contract/dataset';
import { type Actor, SYSTEM, withActor } from '../db/actor.ts';
import type { Database } from '../db/database.ts';
import { deleteStagingDataset, findDataset } from '../db/queries/datasets.ts';
import {
  finishImportJob,
  insertImportJob,
  listUnfinishedImportJobs,
  type NewImportJob,
  pruneImportJobs,
} from '../db/queries/import-jobs.ts';
import { listMunicipalityCodes } from '../db/queries/municipalities.ts';

/** Reports quote cells of rosters: they are kept for as long as somebody looks for them. */
const KEPT_JOBS = 50;

/** Notes that an import begins, so that it is found again whatever becomes of the browser or the server. */
export function noteImport(
  database: Database,
  actor: Actor,
  municipalityCode: string,
  job: NewImportJob,
): Promise<void> {
  return withActor(database, actor, municipalityCode, async (tx) => {
    await insertImportJob(tx, municipalityCode, job);
    await pruneImportJobs(tx, municipalityCode, KEPT_JOBS);
  });
}

export function noteImportEnded(
  database: Database,
  municipalityCode: string,
  job: Job,
): Promise<void> {
  return withActor(database, SYSTEM, municipalityCode, (tx) =>
    finishImportJob(tx, municipalityCode, job),
  );
}

/**
 * At start: whatever a process that ended had begun is marked as interrupted, and what it had staged is
 * removed. To be called before this process begins any; one server works on a database at a time.
 */
export async function markInterrupted(database: Database): Promise<void> {
  for (const municipalityCode of await listMunicipalityCodes(database)) {
    const left = await withActor(database, SYSTEM, municipalityCode, (tx) =>
      listUnfinishedImportJobs(tx, municipalityCode),
    );
    for (const { id, datasetId } of left) {
      const key = { municipalityCode, datasetId };
      const dataset = await findDataset(database, key);
      if (dataset?.status === 'staging' && !dataset.isHeld)
        await deleteStagingDataset(database, key);
      await noteImportEnded(
        database,
        municipalityCode,
        interruptedJob(id, dataset?.status === 'active'),
      );
    }
  }
}

/** A job that a server did not live to end. */
export function interruptedJob(id: string, isInForce: boolean): Job {
  return {
    id,
    kind: 'import',
    state: 'interrupted',
    done: 0,
    total: null,
    message: null,
    problem: {
      code: 'job.interrupted',
      messages: isInForce
        ? {
            ja: 'サーバーが止まったため、処理の途中で終わりました。データはすべて切り替わっています。判定と順位付けは、サーバーの起動時にやり直しています',
            en: 'The server stopped before the work ended. The data are in force as a whole; the check and the ranking are made good when the server starts',
          }
        : {
            ja: 'サーバーが止まったため、取り込みは途中で終わりました。使用中のデータは元のままで、途中までのものは残っていません。もう一度取り込んでください',
            en: 'The server stopped before the import ended. The data in force are as they were and nothing half done is left. Import again',
          },
    },
  };
}
