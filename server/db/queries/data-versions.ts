import type { Queryable } from '../database.ts';
import type { Topic } from '../entities/municipality.ts';

export type DataVersions = Partial<Record<Topic, number>>;

/** In the transaction of a change: whatever was made from the former state is stale from now on. */
export async function raiseDataVersions(
  tx: Queryable,
  municipalityCode: string,
  topics: readonly Topic[],
): Promise<void> {
  // In one order everywhere, so that two transactions cannot wait for each other.
  await tx.query(
    `INSERT INTO data_version (municipality_code, topic)
     SELECT $1, topic FROM unnest($2::text[]) AS topic ORDER BY topic
     ON CONFLICT (municipality_code, topic) DO UPDATE SET version = data_version.version + 1`,
    [municipalityCode, topics],
  );
}

export async function readDataVersions(
  tx: Queryable,
  municipalityCode: string,
): Promise<DataVersions> {
  const rows = await tx.query<{ topic: Topic; version: number }>(
    'SELECT topic, version FROM data_version WHERE municipality_code = $1',
    [municipalityCode],
  );
  return Object.fromEntries(rows.map(({ topic, version }) => [topic, version]));
}
