import type { ImportReport } from '#contract/dataset';
import { PROBLEMS, type Problem, ProblemError } from '#domain/problem';
import { UnknownLayoutError } from '#geodata/item';
import type { StoredReport } from '../../db/queries/stored-report.ts';
import type { ImportRequest } from './import-request.ts';

/** What an import answers, from what is stored of it. */
export function reportOf(
  request: ImportRequest,
  datasetId: string | null,
  stored: StoredReport,
  startedAt: number,
): ImportReport {
  const { metadata, ...counted } = stored;
  const { asOf, encoding, crs, credit, notes } = metadata;
  return {
    datasetId,
    source: request.source,
    dryRun: request.dryRun === true,
    unchanged: false,
    counts: counted.counts,
    skippedReasons: counted.skippedReasons,
    rejectedReasons: counted.rejectedReasons,
    repairs: counted.repairs,
    difference: counted.difference,
    asOf,
    encoding,
    crs,
    credit,
    notes: [...notes],
    assessment: null,
    isHeld: false,
    preview: null,
    confirmation: null,
    leaving: null,
    durationMillis: Math.round(performance.now() - startedAt),
  };
}

/** Expected failures become problems; anything else is a bug and goes on. */
export function problemOf(error: unknown, signal: AbortSignal | undefined): Problem {
  if (signal?.aborted) return PROBLEMS.cancelled();
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof UnknownLayoutError)
    return PROBLEMS.unknownLayout(error.expected, error.found);
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    if (FILE_ERRORS.has(String(error.code))) return PROBLEMS.fileUnreadable(error.message);
    if (error.syscall === 'connect') return PROBLEMS.databaseUnreachable(error.message);
  }
  throw error;
}

/** Errors of the system that are about a file; a connection has others. */
const FILE_ERRORS = new Set([
  'ENOENT',
  'EACCES',
  'EPERM',
  'EISDIR',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'EMFILE',
  'EIO',
]);
