import type { DatasetDifference, ImportReport } from '#contract/dataset';
import { failure, ProblemError, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import { type DatasetKey, deleteStagingDataset } from '../db/queries/datasets.ts';
import { findHeldDataset, type HeldDataset, holdDataset } from '../db/queries/held-datasets.ts';
import { countLeaving } from '../db/queries/roster-changes.ts';
import type { LongWork, ServiceContext } from './context.ts';
import { stagedSwap } from './import/compare-staged.ts';
import { IMPORT_PROBLEMS } from './import/import-problems.ts';
import { problemOf, reportOf } from './import/import-report.ts';
import { settle } from './import/settle.ts';
import { swapWhenAgreed } from './import/swap-when-agreed.ts';
import { previewDataset } from './preview-dataset.ts';

export interface Decision extends DatasetKey {
  /** That no zone lies in the municipality is right. */
  readonly confirmsNoZones: boolean;
}

/**
 * Puts a dataset that waits for a decision in force, then checks and ranks. Where what is in force is no
 * longer what the officer compared it with, nothing is changed, the difference is worked out anew and
 * that is the answer.
 */
export async function applyHeldDataset(
  context: ServiceContext,
  decision: Decision,
  work: LongWork = {},
): Promise<Result<ImportReport>> {
  const startedAt = performance.now();
  const { database } = context;
  const found = await findHeldDataset(database, decision);
  if (found === null) return failure(IMPORT_PROBLEMS.notHeld);
  const { dataset, report, held } = found;
  const { accepted, repaired } = report.counts;
  if (accepted + repaired === 0 && held.confirmation === null)
    return failure(IMPORT_PROBLEMS.nothingUsable);
  if (held.confirmation !== null && !decision.confirmsNoZones)
    return failure(IMPORT_PROBLEMS.noZonesUnconfirmed);
  const { municipalityCode, source, scope } = dataset;
  const request = {
    ...work,
    municipalityCode,
    source,
    files: [],
    confirm: async (difference: DatasetDifference) => {
      if (isSameDifference(difference, report.difference)) return true;
      await holdAnew(context, found, difference);
      throw new ProblemError(IMPORT_PROBLEMS.changedMeanwhile);
    },
  };
  try {
    const swap = stagedSwap(dataset, report.metadata.asOf, context.actor);
    const stored = await swapWhenAgreed(context, request, dataset, scope, swap, report);
    const imported = {
      ...reportOf(request, dataset.datasetId, stored, startedAt),
      preview: held.preview,
    };
    return success(await settle(context, request, dataset, scope, imported));
  } catch (error) {
    return failure(problemOf(error, work.signal));
  }
}

/** Drops a dataset that waits for a decision, with all that was staged of it. */
export async function dropHeldDataset(
  { database }: ServiceContext,
  key: DatasetKey,
): Promise<Result<null>> {
  if ((await findHeldDataset(database, key)) === null) return failure(IMPORT_PROBLEMS.notHeld);
  await deleteStagingDataset(database, key);
  return success(null);
}

/** What is said of a dataset that waits, as its import said it; null where none of that id waits. */
export async function findHeldReport(
  { database }: Pick<ServiceContext, 'database'>,
  key: DatasetKey,
): Promise<ImportReport | null> {
  const found = await findHeldDataset(database, key);
  if (found === null) return null;
  const { dataset, report, held } = found;
  const request = { municipalityCode: key.municipalityCode, source: dataset.source, files: [] };
  return {
    ...reportOf(request, key.datasetId, report, performance.now()),
    ...held,
    isHeld: true,
  };
}

async function holdAnew(
  context: ServiceContext,
  { dataset, report, held }: HeldDataset,
  difference: DatasetDifference,
): Promise<void> {
  const preview = await previewDataset(context, dataset, dataset.scope);
  await withActor(context.database, context.actor, dataset.municipalityCode, async (tx) => {
    const leaving = dataset.kind === 'roster' ? await countLeaving(tx, dataset) : null;
    const anew = { ...report, difference };
    const { confirmation } = held;
    await holdDataset(tx, dataset, dataset.scope, anew, { preview, confirmation, leaving });
  });
}

function isSameDifference(one: DatasetDifference, other: DatasetDifference | null): boolean {
  return (
    other !== null &&
    one.added === other.added &&
    one.changed === other.changed &&
    one.removed === other.removed &&
    one.unchanged === other.unchanged
  );
}
