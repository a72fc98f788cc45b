import type { Queryable, Transaction } from '../database.ts';
import type { Sayer } from './site-overrides.ts';

export interface PhotoRecord {
  readonly overrideId: string;
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly addedAt: Date;
  readonly addedBy: string;
}

/** Without those taken away, in the order in which they came; of one override where it is named. */
export function listPhotos(
  tx: Queryable,
  code: string,
  overrideId: string | null = null,
): Promise<PhotoRecord[]> {
  return tx.query(
    `SELECT override_id AS "overrideId", id, media_type AS "mediaType",
       octet_length(content) AS bytes, added_at AS "addedAt", added_by AS "addedBy"
     FROM site_override_photo
     WHERE municipality_code = $1 AND removed_at IS NULL
       AND ($2::uuid IS NULL OR override_id = $2)
     ORDER BY added_at, id`,
    [code, overrideId],
  );
}

interface PhotoKey {
  readonly overrideId: string;
  readonly id: string;
}

export async function findPhoto(
  tx: Queryable,
  code: string,
  { overrideId, id }: PhotoKey,
): Promise<{ readonly mediaType: string; readonly content: Buffer } | null> {
  const [row] = await tx.query<{ mediaType: string; content: Buffer }>(
    `SELECT media_type AS "mediaType", content FROM site_override_photo
     WHERE municipality_code = $1 AND override_id = $2 AND id = $3 AND removed_at IS NULL`,
    [code, overrideId, id],
  );
  return row ?? null;
}

export async function insertPhoto(
  tx: Transaction,
  code: string,
  { overrideId, id }: PhotoKey,
  photo: { readonly mediaType: string; readonly content: Buffer; readonly by: Sayer },
): Promise<void> {
  const { mediaType, content, by } = photo;
  await tx.query(
    `INSERT INTO site_override_photo
       (municipality_code, override_id, id, media_type, content, added_by, added_by_account)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, overrideId, id, mediaType, content, by.name, by.accountId],
  );
}

/** Takes a photo away, or that back; false where there is none in the other state. */
export async function markPhotoRemoved(
  tx: Transaction,
  code: string,
  { overrideId, id }: PhotoKey,
  isRemoved: boolean,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE site_override_photo SET removed_at = CASE WHEN $4 THEN now() END
       WHERE municipality_code = $1 AND override_id = $2 AND id = $3
         AND (removed_at IS NULL) = $4 RETURNING id)
     SELECT id FROM changed`,
    [code, overrideId, id, isRemoved],
  );
  return rows.length > 0;
}
