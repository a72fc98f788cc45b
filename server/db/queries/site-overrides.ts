import type { OverriddenRoad, SiteFacts } from '#domain/road/override';
import type { Queryable, Transaction } from '../database.ts';
import type { SiteChangeKind } from '../entities/site-override.ts';

export interface SiteOverrideRecord {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly roadId: string;
  readonly lng: number;
  readonly lat: number;
  readonly facts: SiteFacts;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly isTakenBack: boolean;
}

const COLUMNS = `id, version, road_source AS source, road_id AS "roadId", ST_X(road_middle) AS lng,
  ST_Y(road_middle) AS lat, facts, expires_at AS "expiresAt", created_at AS "createdAt",
  created_by AS "createdBy", updated_at AS "updatedAt", updated_by AS "updatedBy",
  taken_back_at IS NOT NULL AS "isTakenBack"`;

/** The one said last first. */
export function listSiteOverrides(database: Queryable, code: string) {
  return database.query<SiteOverrideRecord>(
    `SELECT ${COLUMNS} FROM site_override WHERE municipality_code = $1 ORDER BY updated_at DESC, id`,
    [code],
  );
}

export async function findSiteOverride(
  tx: Queryable,
  code: string,
  id: string,
): Promise<SiteOverrideRecord | null> {
  const [row] = await tx.query<SiteOverrideRecord>(
    `SELECT ${COLUMNS} FROM site_override WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return row ?? null;
}

/** Who says it: their name as it was, and their account. */
export interface Sayer {
  readonly name: string;
  readonly accountId: string | null;
}

interface Said {
  readonly facts: SiteFacts;
  /** ISO 8601. */
  readonly expiresAt: string | null;
}

export async function insertSiteOverride(
  tx: Transaction,
  code: string,
  id: string,
  { road, facts, expiresAt }: Said & { readonly road: OverriddenRoad },
  by: Sayer,
): Promise<void> {
  await tx.query(
    `INSERT INTO site_override (municipality_code, id, version, road_source, road_id, road_middle,
       facts, expires_at, created_by, created_by_account, updated_by, updated_by_account)
     VALUES ($1, $2, 1, $3, $4, ST_SetSRID(ST_MakePoint($5::float8, $6::float8), 4326), $7, $8,
       $9, $10, $9, $10)`,
    [
      ...[code, id, road.source, road.id, ...road.middle],
      ...[JSON.stringify(facts), expiresAt, by.name, by.accountId],
    ],
  );
  await insertChange(tx, code, id, 'create');
}

/** False where somebody else changed it since `version`, or it is taken back or not there. */
export async function updateSiteOverride(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
  { facts, expiresAt }: Said,
  by: Sayer,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE site_override SET facts = $4, expires_at = $5, updated_by = $6,
         updated_by_account = $7, updated_at = now(), version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $3 AND taken_back_at IS NULL
       RETURNING id)
     SELECT id FROM changed`,
    [code, id, version, JSON.stringify(facts), expiresAt, by.name, by.accountId],
  );
  if (rows.length === 0) return false;
  await insertChange(tx, code, id, 'change');
  return true;
}

/** Takes one back, or that; false where somebody else changed it since `version`, or it stands so already. */
export async function setSiteOverrideTakenBack(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
  isTakenBack: boolean,
  by: Sayer,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE site_override SET taken_back_at = CASE WHEN $4 THEN now() END, updated_by = $5,
         updated_by_account = $6, updated_at = now(), version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $3 AND (taken_back_at IS NULL) = $4
       RETURNING id)
     SELECT id FROM changed`,
    [code, id, version, isTakenBack, by.name, by.accountId],
  );
  if (rows.length === 0) return false;
  await insertChange(tx, code, id, isTakenBack ? 'take-back' : 'restore');
  return true;
}

/** What stands now, as a line of the history. */
async function insertChange(
  tx: Transaction,
  code: string,
  id: string,
  kind: SiteChangeKind,
): Promise<void> {
  await tx.query(
    `INSERT INTO site_override_change (municipality_code, override_id, version, kind, facts,
       expires_at, changed_by, changed_by_account)
     SELECT municipality_code, id, version, $3, facts, expires_at, updated_by, updated_by_account
     FROM site_override WHERE municipality_code = $1 AND id = $2`,
    [code, id, kind],
  );
}

export interface SiteChangeRecord {
  readonly version: number;
  readonly kind: SiteChangeKind;
  readonly facts: SiteFacts;
  readonly expiresAt: Date | null;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** Latest first. */
export function listSiteChanges(
  tx: Queryable,
  code: string,
  id: string,
): Promise<SiteChangeRecord[]> {
  return tx.query(
    `SELECT version, kind, facts, expires_at AS "expiresAt", changed_at AS "changedAt",
       changed_by AS "changedBy"
     FROM site_override_change WHERE municipality_code = $1 AND override_id = $2
     ORDER BY version DESC`,
    [code, id],
  );
}
