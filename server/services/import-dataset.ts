import { randomUUID } from 'node:crypto';
import type { DatasetDifference, ImportReport, ImportSource } from '#contract/dataset';
import { failure, PROBLEMS, ProblemError, type Result, success } from '#domain/problem';
import type { SourceOptions } from '#geodata/registry';
import { withActor } from '../db/actor.ts';
import {
  type DatasetKey,
  deleteAbandonedStaging,
  deleteDataset,
  insertStagingDataset,
  type NewDataset,
} from '../db/queries/datasets.ts';
import { findMunicipality } from '../db/queries/municipalities.ts';
import type { Reject } from '../db/queries/rejects.ts';
import { refreshStatistics, TABLES_OF } from '../db/queries/statistics.ts';
import { findSameInForce, type StoredReport } from '../db/queries/stored-report.ts';
import { pruneDatasets } from '../db/queries/swap-dataset.ts';
import type { LongWork, ServiceContext } from './context.ts';
import { followUp } from './follow-up.ts';
import { examineFiles, type ImportFiles } from './import/import-files.ts';
import { problemOf, reportOf } from './import/import-report.ts';
import { kindOf, type OpenedImport, openImport } from './import/open-import.ts';
import { optionsRecord } from './import/options-record.ts';
import { stageItems } from './import/stage-items.ts';
import { swapWhenAgreed } from './import/swap-when-agreed.ts';
import { Tally } from './import/tally.ts';

export interface ImportRequest extends LongWork {
  readonly municipalityCode: string;
  readonly source: ImportSource;
  /** Paths of the files that make up one dataset. */
  readonly files: readonly string[];
  /** As the officer knows the files, where the paths are those of uploads. */
  readonly fileNames?: readonly string[] | undefined;
  /** Datasets of one kind and scope replace each other; otherwise the content says the scope. */
  readonly scope?: string | undefined;
  /** The areas are the municipality's boundary and no districts. */
  readonly isBoundary?: boolean | undefined;
  readonly options?: SourceOptions | undefined;
  /** 出典, where it is not what files of this source usually are. */
  readonly credit?: string | undefined;
  /** Reports what an import would do and leaves nothing behind. */
  readonly dryRun?: boolean | undefined;
  /** Asked when the difference is known and nothing is changed yet. */
  readonly confirm?: ((difference: DatasetDifference) => Promise<boolean>) | undefined;
  /** Called with each rejected record; a dry run stores none. */
  readonly onReject?: ((reject: Reject) => void) | undefined;
  /** Leave out the check and the ranking that follow (several imports in a row). */
  readonly withoutFollowUp?: boolean | undefined;
}

/** Superseded datasets that are kept to be rolled back to. */
const KEPT_DATASETS = 3;
/** A batch takes seconds at most: staging that stood still so long was left by a dead process. */
const ABANDONED_AFTER_MINUTES = 30;

/**
 * Imports files as one dataset: read in a stream into staging, compared with the dataset in force, put
 * in force by one short transaction, then checked and ranked anew. The same files with the same options
 * change nothing. Whatever ends it early leaves nothing behind.
 */
export async function importDataset(
  context: ServiceContext,
  request: ImportRequest,
): Promise<Result<ImportReport>> {
  const startedAt = performance.now();
  const { municipalityCode } = request;
  if ((await findMunicipality(context.database, municipalityCode)) === null)
    return failure(PROBLEMS.municipalityUnknown(municipalityCode));
  const key = { municipalityCode, datasetId: randomUUID() };
  try {
    const files = await examineFiles(request.files);
    const names = request.fileNames ?? files.names;
    const dataset = describe(key, request, files, names);
    const same = await findSameInForce(context.database, dataset);
    if (same !== null)
      return success({
        ...reportOf(request, same.id, same, startedAt),
        unchanged: true,
        difference: {
          added: 0,
          changed: 0,
          removed: 0,
          unchanged: same.counts.accepted + same.counts.repaired,
        },
      });
    return success(await stageAndSwap(context, request, dataset, files, startedAt));
  } catch (error) {
    await deleteDataset(context.database, key);
    return failure(problemOf(error, request.signal));
  }
}

function describe(
  key: DatasetKey,
  request: ImportRequest,
  files: ImportFiles,
  fileNames: readonly string[],
): NewDataset {
  const { source, scope } = request;
  return {
    ...key,
    kind: kindOf(source, request.isBoundary === true),
    source,
    scope: scope ?? '',
    fileNames,
    sha256: files.sha256,
    options: optionsRecord(request.options ?? {}, scope),
  };
}

async function stageAndSwap(
  context: ServiceContext,
  request: ImportRequest,
  dataset: NewDataset,
  files: ImportFiles,
  startedAt: number,
): Promise<ImportReport> {
  const { database } = context;
  await deleteAbandonedStaging(database, ABANDONED_AFTER_MINUTES);
  await insertStagingDataset(database, dataset);
  const { opened, tally } = await read(context, request, dataset, files);
  if (tally.counts().accepted + tally.counts().repaired === 0)
    throw new ProblemError(PROBLEMS.importEmpty());
  request.onProgress?.({ phase: 'comparing', done: 0, total: null });
  await refreshStatistics(database, TABLES_OF[dataset.kind]);
  const own = opened.metadata();
  const metadata = { ...own, credit: request.credit ?? own.credit };
  const found = await withActor(database, context.actor, dataset.municipalityCode, (tx) =>
    opened.handler.notes(tx),
  );
  const notes = [...metadata.notes, ...found];
  const scope = request.scope ?? opened.handler.scope();
  const draft: StoredReport = {
    ...tally.reasons(),
    counts: tally.counts(),
    difference: null,
    metadata: { ...metadata, notes },
  };
  const report = await swapWhenAgreed(context, request, dataset, scope, opened.handler, draft);
  if (request.dryRun) {
    await deleteDataset(database, dataset);
    return reportOf(request, null, report, startedAt);
  }
  await pruneDatasets(database, dataset.municipalityCode, dataset.kind, scope, KEPT_DATASETS);
  await refreshStatistics(database, TABLES_OF[dataset.kind]);
  const assessment = request.withoutFollowUp
    ? null
    : await followUp(context, dataset.municipalityCode, dataset.kind, request);
  return { ...reportOf(request, dataset.datasetId, report, startedAt), assessment };
}

async function read(
  context: ServiceContext,
  request: ImportRequest,
  dataset: NewDataset,
  files: ImportFiles,
): Promise<{ opened: OpenedImport; tally: Tally }> {
  let bytes = 0;
  const options: SourceOptions = {
    ...request.options,
    onBytes: (more) => {
      bytes += more;
    },
  };
  const { source, kind, fileNames } = dataset;
  const opened = await openImport(
    context,
    dataset,
    source,
    kind,
    request.files,
    fileNames,
    options,
    request.scope,
  );
  const tally = new Tally();
  await opened.use((items, handler) =>
    stageItems(context, dataset, items, handler, tally, {
      signal: request.signal,
      onReject: request.onReject,
      onRecords: (records) =>
        request.onProgress?.(
          bytes === 0
            ? { phase: 'reading', done: records, total: null }
            : { phase: 'reading', done: Math.min(bytes, files.bytes), total: files.bytes },
        ),
    }),
  );
  return { opened, tally };
}
