import { readFile } from 'node:fs/promises';
import { PROBLEMS, ProblemError } from '#domain/problem';
import { parseRosterMapping } from '#geodata/mappers/roster-mapping';
import type { SourceOptions } from '#geodata/registry';
import { findBoundary } from '../db/queries/boundary.ts';
import type { ServiceContext } from '../services/context.ts';

export interface ImportFlags {
  readonly municipality?: string;
  readonly name?: string;
  readonly scope?: string;
  readonly boundary?: true;
  readonly dryRun?: true;
  readonly json?: true;
  readonly yes?: true;
  readonly rejects?: string;
  readonly planeZone?: number;
  readonly clip?: true;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly nameAttribute?: string;
  readonly areaDistricts?: string;
  readonly asOf?: string;
  readonly encoding?: SourceOptions['encoding'];
}

/** What the reader is told, by the flags. @throws ProblemError where the mapping or the boundary is missing */
export async function sourceOptions(
  { database }: ServiceContext,
  municipalityCode: string,
  flags: ImportFlags,
): Promise<SourceOptions> {
  const { planeZone, asOf, encoding, areaDistricts, nameAttribute, sheet, mapping } = flags;
  const clip = flags.clip ? await findBoundary(database, municipalityCode) : undefined;
  if (clip === null) throw new ProblemError(PROBLEMS.boundaryMissing());
  return {
    planeZone,
    asOf,
    encoding,
    areaDistricts,
    nameAttribute,
    clip,
    sheet: sheet !== undefined && /^\d+$/.test(sheet) ? Number(sheet) : sheet,
    mapping: mapping === undefined ? undefined : await readMapping(mapping),
  };
}

async function readMapping(file: string): Promise<SourceOptions['mapping']> {
  try {
    return parseRosterMapping(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new ProblemError(
      PROBLEMS.mappingUnreadable(file, error instanceof Error ? error.message : String(error)),
    );
  }
}
