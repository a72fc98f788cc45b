import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Job } from '#contract/dataset';
import type { Actor } from '../db/actor.ts';
import { noteImport, noteImportEnded } from '../services/import-history.ts';
import type { AppContext } from './context.ts';
import type { ImportOrder } from './import-order.ts';
import type { JobNote, JobWork } from './jobs.ts';
import type { StoredUpload } from './upload-store.ts';
import { heavyWork } from './write-side.ts';

type Described = Pick<ImportOrder, 'source'> & {
  readonly fileNames: readonly string[];
  readonly datasetId: string;
};

/**
 * Begins to import an upload, which is staged for a decision. The job is noted in the database; its
 * files are removed when it has ended. Null where another job of the municipality has not ended: then
 * the upload is kept, so that it need not be sent again.
 */
export async function startHeldImport(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  order: ImportOrder,
  upload: StoredUpload,
): Promise<Job | null> {
  const datasetId = randomUUID();
  const { files } = upload;
  const request = { municipalityCode, files, ...order, hold: true, datasetId };
  const work = heavyWork(context, actor, { kind: 'import', request });
  const fileNames = files.map((file) => basename(file));
  return startNoted(
    context,
    actor,
    municipalityCode,
    { source: order.source, fileNames, datasetId },
    async (control) => {
      try {
        return await work(control);
      } finally {
        await context.uploads.remove(upload.id);
      }
    },
  );
}

/** Begins a job that is noted in the database from its first moment to its end; null as above. */
export async function startNoted(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  { source, fileNames, datasetId }: Described,
  work: JobWork,
): Promise<Job | null> {
  const reservation = context.jobs.reserve(municipalityCode);
  if (reservation === null) return null;
  try {
    const id = randomUUID();
    await noteImport(context.database, actor, municipalityCode, {
      ...{ id, source, fileNames: [...fileNames], datasetId },
      startedBy: actor.name,
    });
    const note: JobNote = {
      id,
      // What the server ended itself was not the officer's wish: it is marked when it starts again.
      ended: async (job) => {
        if (!(context.isStopping() && job.state === 'cancelled'))
          await noteImportEnded(context.database, municipalityCode, job);
      },
    };
    return reservation.start('import', work, note);
  } finally {
    reservation.release();
  }
}
