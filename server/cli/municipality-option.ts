import { PROBLEMS, ProblemError } from '#domain/problem';
import { findMunicipality, listMunicipalityCodes } from '../db/queries/municipalities.ts';
import type { ServiceContext } from '../services/context.ts';
import { createMunicipality } from '../services/create-municipality.ts';
import { removeEmptyMunicipality } from '../services/remove-empty-municipality.ts';

/** The municipality that was named, or the only one there is. @throws ProblemError */
export async function existingMunicipality(
  { database }: ServiceContext,
  code: string | undefined,
): Promise<string> {
  const codes = await listMunicipalityCodes(database);
  const [only] = codes;
  if (code === undefined && only !== undefined && codes.length === 1) return only;
  if (code === undefined) throw new ProblemError(PROBLEMS.municipalityNotNamed(codes));
  if ((await findMunicipality(database, code)) === null)
    throw new ProblemError(PROBLEMS.municipalityUnknown(code));
  return code;
}

/**
 * Works on the same, but one that does not exist is entered under the name of `--name`. A dry run needs
 * none: it changes no name, and takes the one out again that it had to enter.
 */
export async function withMunicipalityForImport<T>(
  context: ServiceContext,
  { municipality: code, name, dryRun = false }: NamedForImport,
  work: (municipalityCode: string) => Promise<T>,
): Promise<T> {
  if (code === undefined) return work(await existingMunicipality(context, code));
  const isUnknown = (await findMunicipality(context.database, code)) === null;
  if (isUnknown && name === undefined && !dryRun)
    throw new ProblemError(PROBLEMS.municipalityNameMissing(code));
  const rename = name !== undefined && !dryRun;
  const isNew = await createMunicipality(context, code, name ?? code, { rename });
  try {
    return await work(code);
  } finally {
    if (dryRun && isNew) await removeEmptyMunicipality(context, code);
  }
}

interface NamedForImport {
  readonly municipality?: string | undefined;
  readonly name?: string | undefined;
  readonly dryRun?: boolean | undefined;
}
