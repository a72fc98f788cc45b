import type { NewScenario, ScenarioDrawing } from '#contract/scenario';
import type { MultiPolygon } from '#domain/geo/position';
import type { Queryable } from '../database.ts';
import { multiPolygonToWkb, wkbToMultiPolygon } from '../wkb.ts';

export interface ScenarioHead {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly purpose: string;
  readonly author: string;
  readonly marginMeters: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}
export interface ScenarioRecord extends ScenarioHead {
  readonly geometry: MultiPolygon;
  readonly drawing: ScenarioDrawing;
}

const HEAD = `id, version, name, purpose, author, margin_meters AS "marginMeters",
  created_at AS "createdAt", updated_at AS "updatedAt", updated_by AS "updatedBy"`;

/** The one changed last first. */
export function listScenarios(database: Queryable, code: string): Promise<ScenarioHead[]> {
  return database.query(
    `SELECT ${HEAD} FROM scenario WHERE municipality_code = $1 AND removed_at IS NULL
     ORDER BY updated_at DESC, id`,
    [code],
  );
}

export async function findScenario(
  database: Queryable,
  code: string,
  id: string,
): Promise<ScenarioRecord | null> {
  const [row] = await database.query<
    Omit<ScenarioRecord, 'geometry'> & { readonly geometry: Buffer }
  >(
    `SELECT ${HEAD}, ST_AsBinary(geometry, 'NDR') AS geometry, drawing FROM scenario
     WHERE municipality_code = $1 AND id = $2 AND removed_at IS NULL`,
    [code, id],
  );
  return row === undefined ? null : { ...row, geometry: wkbToMultiPolygon(row.geometry) };
}

export async function insertScenario(
  tx: Queryable,
  code: string,
  id: string,
  scenario: NewScenario,
  by: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO scenario (municipality_code, id, name, purpose, author, margin_meters, geometry,
       drawing, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6, ST_SetSRID(ST_GeomFromWKB($7), 4326), $8, $9)`,
    [code, id, ...valuesOf(scenario), by],
  );
}

/** False where somebody else changed it since `version`, or it is not there. */
export async function updateScenario(
  tx: Queryable,
  code: string,
  id: string,
  version: number,
  scenario: NewScenario,
  by: string,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE scenario SET name = $3, purpose = $4, author = $5, margin_meters = $6,
         geometry = ST_SetSRID(ST_GeomFromWKB($7), 4326), drawing = $8, updated_by = $9,
         updated_at = now(), version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $10 AND removed_at IS NULL
       RETURNING id)
     SELECT id FROM changed`,
    [code, id, ...valuesOf(scenario), by, version],
  );
  return rows.length > 0;
}

/** Deletes a scenario, or takes that back; false where there is none in the other state. */
export async function setScenarioRemoved(
  tx: Queryable,
  code: string,
  id: string,
  isRemoved: boolean,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE scenario SET removed_at = CASE WHEN $3 THEN now() END
       WHERE municipality_code = $1 AND id = $2 AND (removed_at IS NULL) = $3 RETURNING id)
     SELECT id FROM changed`,
    [code, id, isRemoved],
  );
  return rows.length > 0;
}

function valuesOf({ name, purpose, author, marginMeters, geometry, drawing }: NewScenario) {
  return [
    name,
    purpose,
    author,
    marginMeters,
    multiPolygonToWkb(geometry),
    JSON.stringify(drawing),
  ];
}
