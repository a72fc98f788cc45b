import type { TourConditions } from '#contract/drill-routes';
import type { KeptTours } from '#domain/drill/tours/kept-tours';
import type { Transaction } from '../../database.ts';

export interface TourRecord {
  readonly id: string;
  readonly drillVersion: number;
  readonly conditions: TourConditions;
  readonly plan: KeptTours;
  readonly madeAt: Date;
  readonly madeBy: string;
}

const COLUMNS = `id, drill_version AS "drillVersion", conditions, plan, made_at AS "madeAt",
  made_by AS "madeBy"`;

/** The newest first. */
export function listTours(
  tx: Transaction,
  code: string,
  drillId: string,
  limit = 50,
): Promise<TourRecord[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM drill_tour WHERE municipality_code = $1 AND drill_id = $2
     ORDER BY made_at DESC, id LIMIT $3`,
    [code, drillId, limit],
  );
}

export async function findTour(
  tx: Transaction,
  code: string,
  drillId: string,
  id: string,
): Promise<TourRecord | null> {
  const [row] = await tx.query<TourRecord>(
    `SELECT ${COLUMNS} FROM drill_tour
     WHERE municipality_code = $1 AND drill_id = $2 AND id = $3`,
    [code, drillId, id],
  );
  return row ?? null;
}

export async function insertTour(
  tx: Transaction,
  code: string,
  drillId: string,
  { id, drillVersion, conditions, plan, madeAt, madeBy }: TourRecord,
): Promise<void> {
  await tx.query(
    `INSERT INTO drill_tour (municipality_code, drill_id, id, drill_version, conditions, plan, made_at,
       made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[code, drillId, id, drillVersion, JSON.stringify(conditions), JSON.stringify(plan)],
      ...[madeAt, madeBy],
    ],
  );
}
