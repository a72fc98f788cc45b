import type { DrillManual } from '#domain/drill/drill';
import type { Transaction } from '../../database.ts';

export interface TemplateRecord {
  readonly id: string;
  readonly version: number;
  readonly ja: string;
  readonly en: string;
  readonly removedAt: Date | null;
  readonly manual: DrillManual;
  readonly savedAt: Date;
  readonly savedBy: string;
}

const SELECT = `SELECT t.id, t.version, t.name_ja AS ja, t.name_en AS en, t.removed_at AS "removedAt",
    v.manual, v.saved_at AS "savedAt", v.saved_by AS "savedBy"
  FROM drill_template t
  JOIN drill_template_version v ON v.municipality_code = t.municipality_code AND v.template_id = t.id`;

export function listTemplates(tx: Transaction, code: string): Promise<TemplateRecord[]> {
  return tx.query(
    `${SELECT} AND v.version = t.version WHERE t.municipality_code = $1
     ORDER BY t.removed_at IS NOT NULL, t.name_ja COLLATE "C", t.id`,
    [code],
  );
}

/** `version` null: the newest. Its `version` is always the newest of the template. */
export async function findTemplate(
  tx: Transaction,
  code: string,
  id: string,
  version: number | null,
): Promise<TemplateRecord | null> {
  const [row] = await tx.query<TemplateRecord>(
    `${SELECT} AND v.version = coalesce($3, t.version)
     WHERE t.municipality_code = $1 AND t.id = $2`,
    [code, id, version],
  );
  return row ?? null;
}

export function listTemplateVersions(
  tx: Transaction,
  code: string,
  id: string,
): Promise<{ readonly version: number; readonly at: Date; readonly by: string }[]> {
  return tx.query(
    `SELECT version, saved_at AS at, saved_by AS by FROM drill_template_version
     WHERE municipality_code = $1 AND template_id = $2 ORDER BY version DESC`,
    [code, id],
  );
}

export interface TemplateSave {
  readonly id: string;
  readonly version: number;
  readonly name: { readonly ja: string; readonly en: string };
  readonly manual: DrillManual;
  readonly at: Date;
  readonly by: string;
}

/** False where another version stands there already. */
export async function storeTemplate(
  tx: Transaction,
  code: string,
  { id, version, name, manual, at, by }: TemplateSave,
): Promise<boolean> {
  const rows = await tx.query(
    version === 1
      ? `INSERT INTO drill_template (municipality_code, id, version, name_ja, name_en)
         VALUES ($1, $2, $3, $4, $5) RETURNING id`
      : `WITH changed AS (
           UPDATE drill_template SET version = $3, name_ja = $4, name_en = $5
           WHERE municipality_code = $1 AND id = $2 AND version = $3 - 1 RETURNING id)
         SELECT id FROM changed`,
    [code, id, version, name.ja, name.en],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `INSERT INTO drill_template_version (municipality_code, template_id, version, manual, saved_at,
       saved_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [code, id, version, JSON.stringify(manual), at, by],
  );
  return true;
}

export async function setTemplateRemoved(
  tx: Transaction,
  code: string,
  id: string,
  removedAt: Date | null,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (UPDATE drill_template SET removed_at = $3
       WHERE municipality_code = $1 AND id = $2 RETURNING id) SELECT id FROM changed`,
    [code, id, removedAt],
  );
  return rows.length > 0;
}
