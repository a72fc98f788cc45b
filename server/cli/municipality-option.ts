import { PROBLEMS, ProblemError } from '#domain/problem';
import { findMunicipality, listMunicipalityCodes } from '../db/queries/municipalities.ts';
import type { ServiceContext } from '../services/context.ts';
import { createMunicipality } from '../services/create-municipality.ts';

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

/** The same, but one that does not exist is entered; until `--name` is given its code is its name. */
export async function municipalityForImport(
  context: ServiceContext,
  code: string | undefined,
  name: string | undefined,
): Promise<string> {
  if (code === undefined) return existingMunicipality(context, code);
  await createMunicipality(context, code, name ?? code, { rename: name !== undefined });
  return code;
}
