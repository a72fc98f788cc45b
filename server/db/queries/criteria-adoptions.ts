import type { Queryable } from '../database.ts';

export interface AdoptionRecord {
  readonly criteriaId: string;
  readonly criteriaVersion: number;
  readonly adoptedBy: string;
  readonly effectiveOn: string;
  readonly note: string;
  readonly adoptedAt: Date;
}

/** Who put which criteria in force, latest first. */
export function listAdoptions(database: Queryable, code: string): Promise<AdoptionRecord[]> {
  return database.query(
    `SELECT criteria_id AS "criteriaId", criteria_version AS "criteriaVersion",
       adopted_by AS "adoptedBy", effective_on AS "effectiveOn", note, adopted_at AS "adoptedAt"
     FROM criteria_adoption WHERE municipality_code = $1 ORDER BY ordinal DESC`,
    [code],
  );
}

export async function insertAdoption(
  tx: Queryable,
  code: string,
  adoption: Omit<AdoptionRecord, 'adoptedAt'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO criteria_adoption (municipality_code, ordinal, criteria_id, criteria_version,
       adopted_by, effective_on, note)
     SELECT $1, coalesce(max(ordinal), 0) + 1, $2, $3, $4, $5, $6
     FROM criteria_adoption WHERE municipality_code = $1`,
    [
      code,
      adoption.criteriaId,
      adoption.criteriaVersion,
      adoption.adoptedBy,
      adoption.effectiveOn,
      adoption.note,
    ],
  );
}

/** Every stored version of every criteria document, as it was stored; newest first within an id. */
export async function selectCriteriaVersions(
  database: Queryable,
  code: string,
): Promise<unknown[]> {
  const rows = await database.query<{ document: unknown }>(
    `SELECT document FROM priority_criteria WHERE municipality_code = $1
     ORDER BY id, version DESC`,
    [code],
  );
  return rows.map(({ document }) => document);
}

/** 0 where there is none. */
export async function newestCriteriaVersion(
  tx: Queryable,
  code: string,
  criteriaId: string,
): Promise<number> {
  const [row] = await tx.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM priority_criteria WHERE municipality_code = $1 AND id = $2',
    [code, criteriaId],
  );
  return row?.version ?? 0;
}
