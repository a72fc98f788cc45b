import type { ResidentRow } from '#contract/resident';
import { PROBLEMS, ProblemError } from '#domain/problem';
import { recordAccess } from '../services/audit/record-access.ts';
import type { ServiceContext } from '../services/context.ts';
import { versionReader } from '../services/read/data-versions.ts';
import { createReaders } from '../services/read/readers.ts';

export interface Roster {
  /** In the order of their rank. */
  readonly rows: readonly ResidentRow[];
  /** Of the zone data that the judgements rest on. */
  readonly zoneDataAsOf: readonly (string | null)[];
}

/** Everybody on the roster as the list shows them. */
export async function rosterRows(
  { database, actor }: ServiceContext,
  municipalityCode: string,
): Promise<Roster> {
  const municipality = await versionReader(database)(municipalityCode);
  if (municipality === null) throw new ProblemError(PROBLEMS.municipalityUnknown(municipalityCode));
  const readers = createReaders(database, () => new Date());
  const { rows } = await readers.residents(municipality, actor);
  const note = { action: 'people.export', people: rows.map(({ id }) => id) } as const;
  await recordAccess(database, actor, municipalityCode, note);
  const { asOf } = await readers.zoneData(municipality);
  return { rows: [...rows].sort((a, b) => a.rank - b.rank), zoneDataAsOf: asOf };
}
