import type { Transaction } from '../database.ts';
import type { Sayer } from './site-overrides.ts';

export interface AttachmentRecord {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly addedAt: Date;
  readonly addedBy: string;
}
interface AttachmentKey {
  readonly sheetId: string;
  readonly id: string;
}

/** Without those taken away, in the order in which they came. */
export function listAttachments(
  tx: Transaction,
  code: string,
  sheetId: string,
): Promise<AttachmentRecord[]> {
  return tx.query(
    `SELECT id, media_type AS "mediaType", octet_length(content) AS bytes, added_at AS "addedAt",
       added_by AS "addedBy"
     FROM relay_attachment WHERE municipality_code = $1 AND sheet_id = $2 AND removed_at IS NULL
     ORDER BY added_at, id`,
    [code, sheetId],
  );
}

export async function findAttachment(
  tx: Transaction,
  code: string,
  { sheetId, id }: AttachmentKey,
): Promise<{ readonly mediaType: string; readonly content: Buffer } | null> {
  const [row] = await tx.query<{ mediaType: string; content: Buffer }>(
    `SELECT media_type AS "mediaType", content FROM relay_attachment
     WHERE municipality_code = $1 AND sheet_id = $2 AND id = $3 AND removed_at IS NULL`,
    [code, sheetId, id],
  );
  return row ?? null;
}

export async function insertAttachment(
  tx: Transaction,
  code: string,
  { sheetId, id }: AttachmentKey,
  file: {
    readonly mediaType: string;
    readonly content: Buffer;
    readonly by: Sayer;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO relay_attachment
       (municipality_code, sheet_id, id, media_type, content, added_at, added_by, added_by_account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [code, sheetId, id, file.mediaType, file.content, file.at, file.by.name, file.by.accountId],
  );
}

/** Takes one away, or that back; false where there is none in the other state. */
export async function markAttachmentRemoved(
  tx: Transaction,
  code: string,
  { sheetId, id }: AttachmentKey,
  removedAt: Date | null,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE relay_attachment SET removed_at = $4
       WHERE municipality_code = $1 AND sheet_id = $2 AND id = $3
         AND (removed_at IS NULL) = ($4::timestamptz IS NOT NULL) RETURNING id)
     SELECT id FROM changed`,
    [code, sheetId, id, removedAt],
  );
  return rows.length > 0;
}
