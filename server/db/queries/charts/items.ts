import type { ChartItem } from '#domain/chart/items';
import type { Queryable, Transaction } from '../../database.ts';

export interface StoredItems {
  /** 0 where the city has changed nothing yet. */
  readonly version: number;
  readonly items: readonly ChartItem[];
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** The latest of the city's own lists, newest first; none where the program's is in force. */
export function listItemVersions(
  database: Queryable,
  code: string,
  most: number,
): Promise<StoredItems[]> {
  return database.query(
    `SELECT version, items, changed_at AS "changedAt", changed_by AS "changedBy"
     FROM chart_items WHERE municipality_code = $1 ORDER BY version DESC LIMIT $2`,
    [code, most],
  );
}

/** False where somebody else changed it since `version`. */
export async function storeItems(
  tx: Transaction,
  code: string,
  version: number,
  items: readonly ChartItem[],
  by: string,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO chart_items (municipality_code, version, items, changed_by)
     SELECT $1, $2::int + 1, $3::jsonb, $4
     WHERE $2::int = (SELECT coalesce(max(version), 0) FROM chart_items WHERE municipality_code = $1)
     ON CONFLICT (municipality_code, version) DO NOTHING RETURNING version`,
    [code, version, JSON.stringify(items), by],
  );
  return rows.length > 0;
}
