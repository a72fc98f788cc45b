import type { Accuracy } from '#domain/resident/accuracy';
import type { Transaction } from '../../database.ts';

export interface SupporterHomeRow {
  readonly name: string;
  readonly relationship: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly accuracy: Accuracy;
  readonly radiusMeters: number | null;
}

/** Where the supporters of one person live, in the order they are named. Of the table: it holds none for who sees people masked. */
export function selectSupporterHomes(
  transaction: Transaction,
  code: string,
  residentId: string,
): Promise<SupporterHomeRow[]> {
  return transaction.query(
    `SELECT name, relationship, ST_X(position) AS lng, ST_Y(position) AS lat, accuracy,
       radius_meters AS "radiusMeters"
     FROM supporter WHERE municipality_code = $1 AND resident_id = $2 ORDER BY ordinal`,
    [code, residentId],
  );
}
