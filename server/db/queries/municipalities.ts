import type { PriorityCriteria } from '#domain/priority/criteria';
import type { Queryable } from '../database.ts';

export interface MunicipalityRecord {
  readonly code: string;
  readonly name: string;
  readonly marginMeters: number;
  readonly criteriaId: string;
  readonly zoneDataLimitYears: number;
  readonly version: number;
}

const COLUMNS = `code, name, margin_meters AS "marginMeters", criteria_id AS "criteriaId",
  zone_data_limit_years AS "zoneDataLimitYears", version`;

export async function findMunicipality(
  database: Queryable,
  code: string,
): Promise<MunicipalityRecord | null> {
  const [row] = await database.query<MunicipalityRecord>(
    `SELECT ${COLUMNS} FROM municipality WHERE code = $1`,
    [code],
  );
  return row ?? null;
}

/** Makes one import, roll-back or change of settings wait for another of the same municipality. */
export async function lockMunicipality(
  tx: Queryable,
  code: string,
): Promise<MunicipalityRecord | null> {
  const [row] = await tx.query<MunicipalityRecord>(
    `SELECT ${COLUMNS} FROM municipality WHERE code = $1 FOR NO KEY UPDATE`,
    [code],
  );
  return row ?? null;
}

/** False where it exists already. */
export async function insertMunicipality(
  tx: Queryable,
  code: string,
  name: string,
  criteriaId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO municipality (code, name, criteria_id) VALUES ($1, $2, $3)
     ON CONFLICT (code) DO NOTHING RETURNING code`,
    [code, name, criteriaId],
  );
  return rows.length > 0;
}

/** False where it has this name already. */
export async function renameMunicipality(
  tx: Queryable,
  code: string,
  name: string,
): Promise<boolean> {
  const [row] = await tx.query<{ count: number }>(
    `WITH renamed AS (
       UPDATE municipality SET name = $2, version = version + 1
       WHERE code = $1 AND name <> $2 RETURNING 1)
     SELECT count(*) FROM renamed`,
    [code, name],
  );
  return row?.count === 1;
}

export async function updateSettings(
  tx: Queryable,
  code: string,
  settings: Pick<MunicipalityRecord, 'marginMeters' | 'criteriaId' | 'zoneDataLimitYears'>,
): Promise<void> {
  await tx.query(
    `UPDATE municipality SET margin_meters = $2, criteria_id = $3,
       zone_data_limit_years = $4, version = version + 1
     WHERE code = $1`,
    [code, settings.marginMeters, settings.criteriaId, settings.zoneDataLimitYears],
  );
}

export async function insertCriteria(
  tx: Queryable,
  code: string,
  criteria: PriorityCriteria,
): Promise<void> {
  await tx.query(
    `INSERT INTO priority_criteria (municipality_code, id, version, effective_on, document)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [code, criteria.id, criteria.version, criteria.effectiveOn, JSON.stringify(criteria)],
  );
}

/** The newest version of the criteria; null where the municipality has none of this id. */
export async function findCriteria(
  database: Queryable,
  code: string,
  criteriaId: string,
): Promise<PriorityCriteria | null> {
  const [row] = await database.query<{ document: PriorityCriteria }>(
    `SELECT document FROM priority_criteria WHERE municipality_code = $1 AND id = $2
     ORDER BY version DESC LIMIT 1`,
    [code, criteriaId],
  );
  return row?.document ?? null;
}

export async function listMunicipalityCodes(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ code: string }>(
    'SELECT code FROM municipality ORDER BY code',
  );
  return rows.map(({ code }) => code);
}

/** With what stands beside a municipality from the start; nothing where it has or had any data. */
export async function deleteEmptyMunicipality(tx: Queryable, code: string): Promise<void> {
  if ((await lockMunicipality(tx, code)) === null) return;
  const [used] = await tx.query(
    `SELECT 1 FROM dataset WHERE municipality_code = $1
     UNION ALL SELECT 1 FROM resident WHERE municipality_code = $1
     UNION ALL SELECT 1 FROM assessment_run WHERE municipality_code = $1 LIMIT 1`,
    [code],
  );
  if (used !== undefined) return;
  for (const table of [
    'data_version',
    'priority_criteria',
    'criteria_draft',
    'criteria_adoption',
    'derivation',
    'warning_level',
    'consent_rule',
    'disaster_mode',
  ])
    await tx.query(`DELETE FROM ${table} WHERE municipality_code = $1`, [code]);
  await tx.query('DELETE FROM municipality WHERE code = $1', [code]);
}
