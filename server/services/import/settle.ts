import type { ImportReport } from '#contract/dataset';
import type { NewDataset } from '../../db/queries/datasets.ts';
import { refreshStatistics, TABLES_OF } from '../../db/queries/statistics.ts';
import { pruneDatasets } from '../../db/queries/swap-dataset.ts';
import type { LongWork, ServiceContext } from '../context.ts';
import { followUp } from '../follow-up.ts';
import { followUpPending } from './import-problems.ts';

/** Superseded datasets that are kept to be rolled back to, and as many that were rolled back. */
const KEPT_DATASETS = 3;

/**
 * What is done when a dataset is in force: old ones go, and the check and the ranking follow. Its
 * failure is said in the notes of the report, for the data are in force.
 */
export async function settle(
  context: ServiceContext,
  work: LongWork & { readonly withoutFollowUp?: boolean | undefined },
  { municipalityCode, kind }: NewDataset,
  scope: string,
  imported: ImportReport,
): Promise<ImportReport> {
  try {
    await pruneDatasets(context.database, municipalityCode, kind, scope, KEPT_DATASETS);
    await refreshStatistics(context.database, TABLES_OF[kind]);
    if (work.withoutFollowUp) return imported;
    return { ...imported, assessment: await followUp(context, municipalityCode, kind, work) };
  } catch (error) {
    return { ...imported, notes: [...imported.notes, followUpPending(error)] };
  }
}
