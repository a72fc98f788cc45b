import type { CityFigure, FigureReport } from '#domain/chart/city-figures';
import type { Queryable, Transaction } from '../../database.ts';
import { columnsOf } from '../unnest.ts';

/** Of each district and fact the figure of the latest date not after `day`, of the latest import that has it. */
export function selectCityFigures(
  database: Queryable,
  code: string,
  day: string,
): Promise<CityFigure[]> {
  return database.query(
    `SELECT DISTINCT ON (f.district_name, f.fact) f.district_name AS district, f.fact,
       f.as_of::text AS "asOf", f.value
     FROM chart_figure f
     JOIN chart_figure_import i ON i.municipality_code = f.municipality_code AND i.id = f.import_id
     WHERE f.municipality_code = $1 AND i.undone_at IS NULL AND f.as_of <= $2::date
     ORDER BY f.district_name, f.fact, f.as_of DESC, i.imported_at DESC`,
    [code, day],
  );
}

export interface StoredFigureImport {
  readonly id: string;
  readonly fileName: string;
  readonly report: FigureReport;
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly isUndone: boolean;
}

export function listFigureImports(
  database: Queryable,
  code: string,
  most: number,
): Promise<StoredFigureImport[]> {
  return database.query(
    `SELECT id, file_name AS "fileName", report, imported_at AS "importedAt",
       imported_by AS "importedBy", undone_at IS NOT NULL AS "isUndone"
     FROM chart_figure_import WHERE municipality_code = $1
     ORDER BY imported_at DESC, id LIMIT $2`,
    [code, most],
  );
}

export async function insertFigureImport(
  tx: Transaction,
  code: string,
  { id, fileName, report }: Pick<StoredFigureImport, 'id' | 'fileName' | 'report'>,
  figures: readonly CityFigure[],
  by: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO chart_figure_import (municipality_code, id, file_name, report, imported_by)
     VALUES ($1, $2, $3, $4::jsonb, $5)`,
    [code, id, fileName, JSON.stringify(report), by],
  );
  await tx.query(
    `INSERT INTO chart_figure (municipality_code, import_id, district_name, fact, as_of, value)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::date[], $6::float8[])`,
    [code, id, ...columnsOf(figures, ['district', 'fact', 'asOf', 'value'])],
  );
}

/** False where there is no such import. */
export async function markFigureImport(
  tx: Transaction,
  code: string,
  id: string,
  isUndone: boolean,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH marked AS (
       UPDATE chart_figure_import SET undone_at = CASE WHEN $3 THEN coalesce(undone_at, now()) END
       WHERE municipality_code = $1 AND id = $2 RETURNING id)
     SELECT id FROM marked`,
    [code, id, isUndone],
  );
  return rows.length > 0;
}

/** Names of districts of every list that was ever in force. */
export async function selectFormerDistricts(database: Queryable, code: string): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `SELECT DISTINCT t.name FROM dataset d
     JOIN district t ON t.municipality_code = d.municipality_code AND t.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = 'districts' AND d.status IN ('superseded', 'rolled-back')`,
    [code],
  );
  return rows.map(({ name }) => name);
}
