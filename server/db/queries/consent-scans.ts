import type { ConsentPurpose } from '#domain/access/consent';
import type { Transaction } from '../database.ts';

export interface ScanRecord {
  readonly purpose: ConsentPurpose;
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly addedAt: Date;
  readonly addedBy: string;
}

/** The scan that stands for each purpose: the newest; none where that was taken away. */
export function listScans(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<ScanRecord[]> {
  return tx.query(
    `SELECT purpose, id, "mediaType", bytes, "addedAt", "addedBy"
     FROM (
       SELECT DISTINCT ON (purpose) purpose, id, media_type AS "mediaType",
         octet_length(content) AS bytes, added_at AS "addedAt", added_by AS "addedBy", removed_at
       FROM consent_scan
       WHERE municipality_code = $1 AND resident_id = $2
       ORDER BY purpose, added_at DESC, id) newest
     WHERE removed_at IS NULL`,
    [code, residentId],
  );
}

interface ScanKey {
  readonly residentId: string;
  readonly purpose: ConsentPurpose;
  readonly id: string;
}

export async function findScan(
  tx: Transaction,
  code: string,
  { residentId, purpose, id }: ScanKey,
): Promise<{ readonly mediaType: string; readonly content: Buffer } | null> {
  const [row] = await tx.query<{ mediaType: string; content: Buffer }>(
    `SELECT media_type AS "mediaType", content FROM consent_scan
     WHERE municipality_code = $1 AND resident_id = $2 AND purpose = $3 AND id = $4
       AND removed_at IS NULL`,
    [code, residentId, purpose, id],
  );
  return row ?? null;
}

export async function insertScan(
  tx: Transaction,
  code: string,
  { residentId, purpose, id }: ScanKey,
  scan: { readonly mediaType: string; readonly content: Buffer; readonly by: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO consent_scan (municipality_code, resident_id, purpose, id, media_type, content, added_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, residentId, purpose, id, scan.mediaType, scan.content, scan.by],
  );
}

/** Takes a scan away, or that back; false where there is none. */
export async function markScanRemoved(
  tx: Transaction,
  code: string,
  { residentId, purpose, id }: ScanKey,
  isRemoved: boolean,
): Promise<boolean> {
  const [row] = await tx.query<{ changed: number }>(
    `WITH changed AS (
       UPDATE consent_scan SET removed_at = CASE WHEN $5 THEN now() END
       WHERE municipality_code = $1 AND resident_id = $2 AND purpose = $3 AND id = $4 RETURNING 1)
     SELECT count(*) AS changed FROM changed`,
    [code, residentId, purpose, id, isRemoved],
  );
  return row?.changed === 1;
}
