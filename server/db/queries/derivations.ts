import type { Queryable } from '../database.ts';
import type { DerivationKind } from '../entities/judgement.ts';
import type { DataVersions } from './data-versions.ts';

/** Notes, in the transaction that stores a result, the versions of the data that it was made from. */
export async function storeDerivation(
  tx: Queryable,
  municipalityCode: string,
  kind: DerivationKind,
  versions: DataVersions,
): Promise<void> {
  await tx.query(
    `INSERT INTO derivation (municipality_code, kind, data_versions) VALUES ($1, $2, $3)
     ON CONFLICT (municipality_code, kind) DO UPDATE SET data_versions = excluded.data_versions`,
    [municipalityCode, kind, JSON.stringify(versions)],
  );
}

/** The versions that a result rests on; null where it was never made. */
export async function findDerivation(
  database: Queryable,
  municipalityCode: string,
  kind: DerivationKind,
): Promise<DataVersions | null> {
  const [row] = await database.query<{ versions: DataVersions }>(
    `SELECT data_versions AS versions FROM derivation WHERE municipality_code = $1 AND kind = $2`,
    [municipalityCode, kind],
  );
  return row?.versions ?? null;
}
