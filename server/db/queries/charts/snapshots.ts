import type { FactValues } from '#domain/chart/facts';
import type { Figure } from '#domain/chart/formula/reckon';
import type { SnapshotBasis } from '#domain/chart/snapshot';
import type { Queryable, Transaction } from '../../database.ts';

export interface StoredSnapshot {
  /** YYYY-MM-01 */
  readonly month: string;
  readonly takenAt: Date;
  readonly basis: SnapshotBasis;
}

export interface SnapshotValue {
  /** '' = people whose district is not known. */
  readonly district: string;
  readonly facts: FactValues;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Oldest first. */
export function listSnapshots(database: Queryable, code: string): Promise<StoredSnapshot[]> {
  return database.query(
    `SELECT month::text, taken_at AS "takenAt", basis
     FROM chart_snapshot WHERE municipality_code = $1 ORDER BY month`,
    [code],
  );
}

/** The facts of months, without the figures that were made of them then. */
export function selectSnapshotFacts(
  tx: Transaction,
  code: string,
  months: readonly string[],
): Promise<(Omit<SnapshotValue, 'figures'> & { readonly month: string })[]> {
  return tx.query(
    `SELECT month::text, district_name AS district, facts FROM chart_snapshot_value
     WHERE municipality_code = $1 AND month = ANY ($2::date[]) ORDER BY month, district_name`,
    [code, months],
  );
}

/** One item of every month and district, as it was kept. */
export function selectTrend(
  tx: Transaction,
  code: string,
  itemId: string,
): Promise<
  { readonly month: string; readonly district: string; readonly figure: Figure | null }[]
> {
  return tx.query(
    `SELECT month::text, district_name AS district, figures -> $2 AS figure
     FROM chart_snapshot_value WHERE municipality_code = $1 ORDER BY month, district_name`,
    [code, itemId],
  );
}

/** False where the month was kept before. */
export async function insertSnapshot(
  tx: Transaction,
  code: string,
  { month, basis }: Pick<StoredSnapshot, 'month' | 'basis'>,
  values: readonly SnapshotValue[],
): Promise<boolean> {
  const kept = await tx.query(
    `INSERT INTO chart_snapshot (municipality_code, month, basis) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT DO NOTHING RETURNING month`,
    [code, month, JSON.stringify(basis)],
  );
  if (kept.length === 0) return false;
  await tx.query(
    `INSERT INTO chart_snapshot_value (municipality_code, month, district_name, facts, figures)
     SELECT $1, $2, * FROM unnest($3::text[], $4::jsonb[], $5::jsonb[])`,
    [
      ...[code, month, values.map(({ district }) => district)],
      values.map(({ facts }) => JSON.stringify(facts)),
      values.map(({ figures }) => JSON.stringify(figures)),
    ],
  );
  return true;
}

/** Municipalities with districts and people, of which that month was not kept yet. */
export async function listWithoutSnapshot(database: Queryable, month: string): Promise<string[]> {
  const rows = await database.query<{ code: string }>(
    `SELECT m.code FROM municipality m
     WHERE NOT EXISTS (SELECT FROM chart_snapshot s
         WHERE s.municipality_code = m.code AND s.month = $1::date)
       AND EXISTS (SELECT FROM dataset d
         WHERE d.municipality_code = m.code AND d.kind = 'districts' AND d.status = 'active')
       AND EXISTS (SELECT FROM resident r WHERE r.municipality_code = m.code)
     ORDER BY m.code`,
    [month],
  );
  return rows.map(({ code }) => code);
}
