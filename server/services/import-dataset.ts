import { randomUUID } from 'node:crypto';
import { type ImportReport, isOfPeople } from '#contract/dataset';
import { failure, PROBLEMS, ProblemError, type Result, success } from '#domain/problem';
import { SOURCES, type SourceOptions } from '#geodata/registry';
import { SOURCE_TERMS } from '#geodata/source-terms';
import { withActor } from '../db/actor.ts';
import {
  type DatasetKey,
  deleteAbandonedStaging,
  deleteStagingDataset,
  insertStagingDataset,
  type NewDataset,
} from '../db/queries/datasets.ts';
import { findMunicipality } from '../db/queries/municipalities.ts';
import { refreshStatistics, TABLES_OF } from '../db/queries/statistics.ts';
import { findSameInForce, type StoredReport } from '../db/queries/stored-report.ts';
import type { ServiceContext } from './context.ts';
import { holdForDecision } from './import/hold-for-decision.ts';
import { examineFiles, type ImportFiles } from './import/import-files.ts';
import { IMPORT_PROBLEMS } from './import/import-problems.ts';
import { problemOf, reportOf } from './import/import-report.ts';
import type { ImportRequest } from './import/import-request.ts';
import { kindOf, type OpenedImport, openImport } from './import/open-import.ts';
import { optionsRecord } from './import/options-record.ts';
import { settle } from './import/settle.ts';
import { stageItems } from './import/stage-items.ts';
import { swapWhenAgreed } from './import/swap-when-agreed.ts';
import { Tally } from './import/tally.ts';

/** Reason of a record that was left out as it does not touch the boundary. */
const OUTSIDE_CLIP = 'zone.outside-clip';
/** A batch takes seconds at most: staging that stood still so long was left by a dead process. */
const ABANDONED_AFTER_MINUTES = 30;

/**
 * Imports files as one dataset: read in a stream into staging, compared with the dataset in force, put
 * in force by one short transaction, then checked and ranked anew. The same files with the same options
 * change nothing. Whatever ends it before the swap leaves nothing behind; what fails after it is said in
 * the notes of the report, for the data are in force then.
 */
export async function importDataset(
  context: ServiceContext,
  request: ImportRequest,
): Promise<Result<ImportReport>> {
  const startedAt = performance.now();
  const { municipalityCode } = request;
  if ((await findMunicipality(context.database, municipalityCode)) === null)
    return failure(PROBLEMS.municipalityUnknown(municipalityCode));
  const { kind } = SOURCES[request.source];
  if (isOfPeople(kind) && request.scope !== undefined) return failure(IMPORT_PROBLEMS.rosterScope);
  const key = { municipalityCode, datasetId: request.datasetId ?? randomUUID() };
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
    // Where the database is gone too, the next import clears up; the first failure is the one to tell.
    await deleteStagingDataset(context.database, key).catch(() => {});
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
  await deleteAbandonedStaging(database, dataset.municipalityCode, ABANDONED_AFTER_MINUTES);
  await insertStagingDataset(database, dataset);
  const { opened, tally } = await read(context, request, dataset, files);
  const isEmpty = tally.counts().accepted + tally.counts().repaired === 0;
  const elsewhere = tally.skippedFor(OUTSIDE_CLIP);
  // A file of which nothing can be used is held all the same: its rejects are what is wanted then.
  if (isEmpty && elsewhere === 0 && !request.hold) throw new ProblemError(PROBLEMS.importEmpty());
  request.onProgress?.({ phase: 'comparing', done: 0, total: null });
  await refreshStatistics(database, TABLES_OF[dataset.kind]);
  const own = opened.metadata();
  // Whoever names another origin than the source's has other terms too.
  const usual = request.credit === undefined ? (SOURCE_TERMS[request.source] ?? null) : null;
  const metadata = {
    ...own,
    credit: request.credit ?? own.credit,
    licence: own.licence ?? usual,
  };
  const found = await withActor(database, context.actor, dataset.municipalityCode, (tx) =>
    opened.handler.notes(tx),
  );
  const confirmation =
    isEmpty && elsewhere === 0
      ? null
      : await withActor(database, context.actor, dataset.municipalityCode, (tx) =>
          opened.handler.confirmation(tx, elsewhere),
        );
  if (confirmation !== null && !request.hold && !request.confirmsNoZones)
    throw new ProblemError(IMPORT_PROBLEMS.zonesElsewhere);
  const notes = [...metadata.notes, ...found];
  const scope = request.scope ?? opened.handler.scope();
  const draft: StoredReport = {
    ...tally.reasons(),
    counts: tally.counts(),
    difference: null,
    metadata: { ...metadata, notes },
  };
  if (request.hold)
    return holdForDecision(context, request, { dataset, scope, draft, confirmation, startedAt });
  const report = await swapWhenAgreed(context, request, dataset, scope, opened.handler, draft);
  if (request.dryRun) {
    await deleteStagingDataset(database, dataset);
    return reportOf(request, null, report, startedAt);
  }
  const imported = reportOf(request, dataset.datasetId, report, startedAt);
  return settle(context, request, dataset, scope, imported);
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
      onRepair: request.onRepair,
      onRecords: (records) =>
        request.onProgress?.(
          bytes === 0
            ? { phase: 'reading', done: records, total: null }
            : { phase: 'reading', done: Math.min(bytes, files.bytes), total: files.bytes, records },
        ),
    }),
  );
  return { opened, tally };
}
