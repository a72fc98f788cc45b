import type { KeptClosures } from '#domain/routing/isolation/kept-closures';
import type { Queryable } from '../database.ts';

export interface ClosureScenarioRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly note: string;
  readonly closures: KeptClosures;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}
export type KeptScenario = Pick<ClosureScenarioRecord, 'name' | 'note' | 'closures'>;

const COLUMNS = `id, version, name, note, closures, created_at AS "createdAt",
  created_by AS "createdBy", updated_at AS "updatedAt", updated_by AS "updatedBy"`;

/** The one changed last first. */
export function listClosureScenarios(
  database: Queryable,
  code: string,
): Promise<ClosureScenarioRecord[]> {
  return database.query(
    `SELECT ${COLUMNS} FROM closure_scenario
     WHERE municipality_code = $1 AND removed_at IS NULL ORDER BY updated_at DESC, id`,
    [code],
  );
}

export async function findClosureScenario(
  database: Queryable,
  code: string,
  id: string,
): Promise<ClosureScenarioRecord | null> {
  const [row] = await database.query<ClosureScenarioRecord>(
    `SELECT ${COLUMNS} FROM closure_scenario
     WHERE municipality_code = $1 AND id = $2 AND removed_at IS NULL`,
    [code, id],
  );
  return row ?? null;
}

export async function insertClosureScenario(
  tx: Queryable,
  code: string,
  id: string,
  { name, note, closures }: KeptScenario,
  by: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO closure_scenario
       (municipality_code, id, name, note, closures, created_by, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [code, id, name, note, JSON.stringify(closures), by],
  );
}

/** False where somebody else changed it since `version`, or it is not there. */
export async function updateClosureScenario(
  tx: Queryable,
  code: string,
  id: string,
  version: number,
  { name, note, closures }: KeptScenario,
  by: string,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE closure_scenario SET name = $3, note = $4, closures = $5, updated_by = $6,
         updated_at = now(), version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $7 AND removed_at IS NULL
       RETURNING id)
     SELECT id FROM changed`,
    [code, id, name, note, JSON.stringify(closures), by, version],
  );
  return rows.length > 0;
}

/** Deletes one, or takes that back; false where there is none in the other state. */
export async function setClosureScenarioRemoved(
  tx: Queryable,
  code: string,
  id: string,
  isRemoved: boolean,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE closure_scenario SET removed_at = CASE WHEN $3 THEN now() END
       WHERE municipality_code = $1 AND id = $2 AND (removed_at IS NULL) = $3 RETURNING id)
     SELECT id FROM changed`,
    [code, id, isRemoved],
  );
  return rows.length > 0;
}
