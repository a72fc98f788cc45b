import type { CriteriaContent } from '#domain/priority/content';
import type { Queryable } from '../database.ts';

export interface DraftRecord {
  readonly id: string;
  readonly version: number;
  readonly criteriaId: string;
  readonly basedOnId: string | null;
  readonly basedOnVersion: number | null;
  readonly document: CriteriaContent;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

const COLUMNS = `id, version, criteria_id AS "criteriaId", based_on_id AS "basedOnId",
  based_on_version AS "basedOnVersion", document, updated_at AS "updatedAt", updated_by AS "updatedBy"`;

/** Drafts that are worked on, the one changed last first. */
export function listDrafts(database: Queryable, code: string): Promise<DraftRecord[]> {
  return database.query(
    `SELECT ${COLUMNS} FROM criteria_draft WHERE municipality_code = $1 AND removed_at IS NULL
     ORDER BY updated_at DESC, id`,
    [code],
  );
}

export async function findDraft(
  database: Queryable,
  code: string,
  id: string,
): Promise<DraftRecord | null> {
  const [row] = await database.query<DraftRecord>(
    `SELECT ${COLUMNS} FROM criteria_draft
     WHERE municipality_code = $1 AND id = $2 AND removed_at IS NULL`,
    [code, id],
  );
  return row ?? null;
}

export async function insertDraft(
  tx: Queryable,
  code: string,
  draft: Omit<DraftRecord, 'version' | 'updatedAt'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO criteria_draft
       (municipality_code, id, criteria_id, based_on_id, based_on_version, document, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      code,
      draft.id,
      draft.criteriaId,
      draft.basedOnId,
      draft.basedOnVersion,
      JSON.stringify(draft.document),
      draft.updatedBy,
    ],
  );
}

/** False where the draft is not there in this version. */
export async function updateDraft(
  tx: Queryable,
  code: string,
  id: string,
  change: { readonly version: number; readonly document: CriteriaContent; readonly by: string },
): Promise<boolean> {
  const [row] = await tx.query<{ count: number }>(
    `WITH changed AS (
       UPDATE criteria_draft
       SET document = $4, version = version + 1, updated_at = now(), updated_by = $5
       WHERE municipality_code = $1 AND id = $2 AND version = $3 AND removed_at IS NULL RETURNING 1)
     SELECT count(*) FROM changed`,
    [code, id, change.version, JSON.stringify(change.document), change.by],
  );
  return row?.count === 1;
}

/** Throws a draft away or takes it back; false where there is none. */
export async function markDraftRemoved(
  tx: Queryable,
  code: string,
  id: string,
  isRemoved: boolean,
): Promise<boolean> {
  const [row] = await tx.query<{ count: number }>(
    `WITH changed AS (
       UPDATE criteria_draft SET removed_at = CASE WHEN $3 THEN now() END
       WHERE municipality_code = $1 AND id = $2 RETURNING 1)
     SELECT count(*) FROM changed`,
    [code, id, isRemoved],
  );
  return row?.count === 1;
}
