import type { ResidentRow } from '#contract/resident';
import { PROBLEMS, ProblemError } from '#domain/problem';
import type { ServiceContext } from '../services/context.ts';
import { versionReader } from '../services/read/data-versions.ts';
import { createReaders } from '../services/read/readers.ts';

/** Everybody on the roster as the list shows them, in the order of their rank. */
export async function rosterRows(
  { database, actor }: ServiceContext,
  municipalityCode: string,
): Promise<ResidentRow[]> {
  const municipality = await versionReader(database)(municipalityCode);
  if (municipality === null) throw new ProblemError(PROBLEMS.municipalityUnknown(municipalityCode));
  const readers = createReaders(database, () => new Date());
  const { rows } = await readers.residents(municipality, actor);
  return [...rows].sort((a, b) => a.rank - b.rank);
}
