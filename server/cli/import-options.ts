import { readFile } from 'node:fs/promises';
import { PROBLEMS, ProblemError } from '#domain/problem';
import type { SourceOptions } from '#geodata/registry';
import type { ServiceContext } from '../services/context.ts';
import { sourceOptionsOf } from '../services/import/source-options.ts';
import { unwrap } from './exit.ts';

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
  readonly zonesHere?: boolean;
  readonly mapping?: string;
  readonly sheet?: string;
  readonly nameAttribute?: string;
  readonly areaDistricts?: string;
  readonly elevation?: string;
  readonly asOf?: string;
  readonly encoding?: SourceOptions['encoding'];
}

/** What the reader is told, by the flags. @throws ProblemError where the mapping or the boundary is missing */
export async function sourceOptions(
  { database }: ServiceContext,
  municipalityCode: string,
  flags: ImportFlags,
): Promise<SourceOptions> {
  const { planeZone, asOf, encoding, areaDistricts, nameAttribute, sheet, clip } = flags;
  const elevationTiles = flags.elevation;
  const mapping = flags.mapping === undefined ? undefined : await readMapping(flags.mapping);
  const said = {
    elevationTiles,
    planeZone,
    asOf,
    encoding,
    areaDistricts,
    nameAttribute,
    sheet,
    clip,
    mapping,
  };
  return unwrap(await sourceOptionsOf(database, municipalityCode, said));
}

async function readMapping(file: string): Promise<{ json: unknown; name: string }> {
  try {
    return { json: JSON.parse(await readFile(file, 'utf8')), name: file };
  } catch (error) {
    throw new ProblemError(
      PROBLEMS.mappingUnreadable(file, error instanceof Error ? error.message : String(error)),
    );
  }
}
