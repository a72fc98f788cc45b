import type { ImportReason } from '#geodata/item';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';
import { columnsOf, withoutNul } from './unnest.ts';

export interface Reject {
  readonly ordinal: number;
  readonly recordNumber: number;
  readonly reason: ImportReason;
  readonly raw: string;
}

export async function insertRejects(
  tx: Queryable,
  key: DatasetKey,
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return;
  const rows = rejects.map(({ ordinal, recordNumber, reason, raw }) => ({
    ordinal,
    recordNumber,
    code: reason.code,
    ja: withoutNul(reason.ja),
    en: withoutNul(reason.en),
    raw: withoutNul(raw),
  }));
  await tx.query(
    `INSERT INTO dataset_reject (municipality_code, dataset_id, ordinal, record_number, code,
       message_ja, message_en, raw)
     SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[])`,
    [
      key.municipalityCode,
      key.datasetId,
      ...columnsOf(rows, ['ordinal', 'recordNumber', 'code', 'ja', 'en', 'raw']),
    ],
  );
}

/** In the order of the file; `after` is the last ordinal of the page before (0 first). */
export async function listRejects(
  tx: Queryable,
  key: DatasetKey,
  after: number,
  limit: number,
): Promise<Reject[]> {
  const rows = await tx.query<{
    ordinal: number;
    record_number: number;
    code: string;
    message_ja: string;
    message_en: string;
    raw: string;
  }>(
    `SELECT ordinal, record_number, code, message_ja, message_en, raw FROM dataset_reject
     WHERE municipality_code = $1 AND dataset_id = $2 AND ordinal > $3 ORDER BY ordinal LIMIT $4`,
    [key.municipalityCode, key.datasetId, after, limit],
  );
  return rows.map((row) => ({
    ordinal: row.ordinal,
    recordNumber: row.record_number,
    reason: { code: row.code, ja: row.message_ja, en: row.message_en },
    raw: row.raw,
  }));
}
