import { ZodError } from 'zod';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { parseRosterMapping, type RosterMapping } from '#geodata/mappers/roster-mapping';
import type { SourceOptions } from '#geodata/registry';
import type { Queryable } from '../../db/database.ts';
import { findBoundary } from '../../db/queries/boundary.ts';

/** What a person said of the files. */
interface SaidOptions
  extends Pick<
    SourceOptions,
    'planeZone' | 'asOf' | 'encoding' | 'areaDistricts' | 'nameAttribute' | 'elevationTiles'
  > {
  readonly clip?: boolean | undefined;
  /** A sheet's name; digits are its number. */
  readonly sheet?: string | undefined;
  /** A mapping as it was parsed from JSON, and what to call it where it is wrong. */
  readonly mapping?: { readonly json: unknown; readonly name: string } | undefined;
}

/** What the reader is told: the area to clip by is found, the sheet is a name or a number. */
export async function sourceOptionsOf(
  database: Queryable,
  municipalityCode: string,
  said: SaidOptions,
): Promise<Result<SourceOptions>> {
  const { clip, sheet, mapping, ...others } = said;
  const boundary = clip ? await findBoundary(database, municipalityCode) : undefined;
  if (boundary === null) return failure(PROBLEMS.boundaryMissing());
  const read = readMapping(mapping);
  if (!read.ok) return read;
  return success({
    ...others,
    clip: boundary,
    sheet: sheet !== undefined && /^\d+$/.test(sheet) ? Number(sheet) : sheet,
    mapping: read.value,
  });
}

function readMapping(mapping: SaidOptions['mapping']): Result<RosterMapping | undefined> {
  if (mapping === undefined) return success(undefined);
  try {
    return success(parseRosterMapping(mapping.json));
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const wrong = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return failure(PROBLEMS.mappingUnreadable(mapping.name, wrong.join('; ')));
  }
}
