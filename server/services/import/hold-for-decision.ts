import type { ImportReport } from '#contract/dataset';
import { withActor } from '../../db/actor.ts';
import type { NewDataset } from '../../db/queries/datasets.ts';
import { deleteForgottenHeld, holdDataset } from '../../db/queries/held-datasets.ts';
import { countLeaving } from '../../db/queries/roster-changes.ts';
import type { StoredReport } from '../../db/queries/stored-report.ts';
import type { ServiceContext } from '../context.ts';
import { previewDataset } from '../preview-dataset.ts';
import { compareStaged } from './compare-staged.ts';
import { reportOf } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';

/** What nobody decided on for so long is dropped: it may hold people. */
const KEPT_DAYS = 14;

interface Staged {
  readonly dataset: NewDataset;
  readonly scope: string;
  readonly draft: StoredReport;
  readonly confirmation: ImportReport['confirmation'];
  readonly startedAt: number;
}

/** Works out what a staged dataset would change and keeps all of it for the officer's decision. */
export async function holdForDecision(
  context: ServiceContext,
  request: ImportRequest,
  { dataset, scope, draft, confirmation, startedAt }: Staged,
): Promise<ImportReport> {
  const { database, actor } = context;
  const { municipalityCode } = dataset;
  await deleteForgottenHeld(database, municipalityCode, KEPT_DAYS);
  const { difference } = await compareStaged(context, dataset, scope);
  request.signal?.throwIfAborted();
  request.onProgress?.({ phase: 'previewing', done: 0, total: null });
  const preview = await previewDataset(context, dataset, scope);
  request.signal?.throwIfAborted();
  const report = { ...draft, difference };
  const leaving = await withActor(database, actor, municipalityCode, async (tx) => {
    const counted = dataset.kind === 'roster' ? await countLeaving(tx, dataset) : null;
    await holdDataset(tx, dataset, scope, report, { preview, confirmation, leaving: counted });
    return counted;
  });
  return {
    ...reportOf(request, dataset.datasetId, report, startedAt),
    isHeld: true,
    preview,
    confirmation,
    leaving,
  };
}
