import { PROBLEMS, ProblemError } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import { raiseDataVersions } from '../../db/queries/data-versions.ts';
import {
  findDatasetInForce,
  type NewDataset,
  touchStagingDataset,
} from '../../db/queries/datasets.ts';
import { lockMunicipality } from '../../db/queries/municipalities.ts';
import type { StoredReport } from '../../db/queries/stored-report.ts';
import { swapDataset } from '../../db/queries/swap-dataset.ts';
import type { ServiceContext } from '../context.ts';
import { IMPORT_PROBLEMS } from './import-problems.ts';
import type { ImportRequest } from './import-request.ts';
import type { OpenedImport } from './open-import.ts';
import { topicsOf } from './topics-of.ts';

/** Another import may go into force between the comparison and the swap; then it is compared again. */
const ATTEMPTS = 3;

/**
 * Compares the staged dataset with the one in force, asks whether to go on, and puts it in force in one
 * transaction: the swap, what the kind of data adds to it, and the raised versions, or nothing.
 */
export async function swapWhenAgreed(
  context: ServiceContext,
  request: ImportRequest,
  dataset: NewDataset,
  scope: string,
  handler: Pick<OpenedImport['handler'], 'difference' | 'apply'>,
  draft: StoredReport,
): Promise<StoredReport> {
  const { municipalityCode, kind } = dataset;
  const find = (tx: Parameters<typeof findDatasetInForce>[0]) =>
    findDatasetInForce(tx, municipalityCode, kind, scope);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const compared = await withActor(
      context.database,
      context.actor,
      municipalityCode,
      async (tx) => {
        const formerId = (await find(tx))?.id ?? null;
        return { formerId, difference: await handler.difference(tx, formerId) };
      },
    );
    const report = { ...draft, difference: compared.difference };
    if (request.dryRun) return report;
    if (request.confirm !== undefined && !(await request.confirm(compared.difference)))
      throw new ProblemError(PROBLEMS.declined());
    request.signal?.throwIfAborted();
    request.onProgress?.({ phase: 'applying', done: 0, total: null });
    const isSwapped = await withActor(
      context.database,
      context.actor,
      municipalityCode,
      async (tx) => {
        await lockMunicipality(tx, municipalityCode);
        if (((await find(tx))?.id ?? null) !== compared.formerId) return false;
        // Without its records the swap would take everything away: it may have been cleared as abandoned.
        if (!(await touchStagingDataset(tx, dataset)))
          throw new ProblemError(IMPORT_PROBLEMS.stagingGone);
        await swapDataset(tx, dataset, kind, scope, report);
        await handler.apply(tx);
        await raiseDataVersions(tx, municipalityCode, topicsOf(kind));
        return true;
      },
    );
    if (isSwapped) return report;
  }
  throw new Error('the dataset in force changed at every attempt to replace it');
}
