import type { ColumnMapping } from '#contract/data-decisions';
import type { ImportSource } from '#contract/dataset';
import type { Queryable } from '../database.ts';

/** How the columns of a source were mapped last; null where nobody has yet. */
export async function findColumnMapping(
  database: Queryable,
  municipalityCode: string,
  source: ImportSource,
): Promise<{ readonly mapping: ColumnMapping; readonly savedAt: Date } | null> {
  const [row] = await database.query<{ mapping: ColumnMapping; savedAt: Date }>(
    `SELECT mapping, saved_at AS "savedAt" FROM column_mapping
     WHERE municipality_code = $1 AND source = $2`,
    [municipalityCode, source],
  );
  return row ?? null;
}

export async function saveColumnMapping(
  database: Queryable,
  municipalityCode: string,
  source: ImportSource,
  mapping: ColumnMapping,
  savedBy: string,
): Promise<void> {
  await database.query(
    `INSERT INTO column_mapping (municipality_code, source, mapping, saved_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (municipality_code, source) DO UPDATE
       SET mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now()`,
    [municipalityCode, source, JSON.stringify(mapping), savedBy],
  );
}
