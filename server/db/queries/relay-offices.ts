import type { Role } from '#domain/access/roles';
import type { OfficeKind } from '#domain/relay/listed-office';
import type { Queryable, Transaction } from '../database.ts';
import type { Sayer } from './site-overrides.ts';

export interface ListedOfficeRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly districts: string[];
  readonly isClosed: boolean;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** Closed ones too, last. */
export function listListedOffices(tx: Queryable, code: string): Promise<ListedOfficeRecord[]> {
  return tx.query(
    `SELECT id, version, name, kind, districts, closed_at IS NOT NULL AS "isClosed",
       updated_at AS "updatedAt", updated_by AS "updatedBy"
     FROM relay_office WHERE municipality_code = $1
     ORDER BY closed_at IS NOT NULL, array_position(ARRAY['civic-centre', 'social-welfare-council',
       'welfare-commissioners', 'professionals', 'other'], kind), name`,
    [code],
  );
}

export async function isOpenOffice(tx: Queryable, code: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM relay_office WHERE municipality_code = $1 AND id = $2 AND closed_at IS NULL',
    [code, id],
  );
  return rows.length > 0;
}

type Said = Pick<ListedOfficeRecord, 'name' | 'kind' | 'districts'>;

export async function insertListedOffice(
  tx: Transaction,
  code: string,
  id: string,
  { name, kind, districts }: Said,
  by: Sayer,
): Promise<void> {
  await tx.query(
    `INSERT INTO relay_office (municipality_code, id, version, name, kind, districts, updated_by)
     VALUES ($1, $2, 1, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [code, id, name, kind, districts, by.name],
  );
}

/** False where somebody else changed it since `version`. */
export async function updateListedOffice(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
  { name, kind, districts }: Said,
  by: Sayer,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE relay_office SET name = $4, kind = $5, districts = $6, updated_by = $7,
         updated_at = now(), version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $3 RETURNING id)
     SELECT id FROM changed`,
    [code, id, version, name, kind, districts, by.name],
  );
  return rows.length > 0;
}

/** Closes one, or takes that back; false where somebody else changed it, or it stands so already. */
export async function setListedOfficeClosed(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
  isClosed: boolean,
  by: Sayer,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE relay_office SET closed_at = CASE WHEN $4 THEN now() END, updated_by = $5,
         updated_at = now(), version = version + 1
       WHERE municipality_code = $1 AND id = $2 AND version = $3 AND (closed_at IS NULL) = $4
       RETURNING id)
     SELECT id FROM changed`,
    [code, id, version, isClosed, by.name],
  );
  return rows.length > 0;
}

export interface OfficeMember {
  readonly officeId: string;
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly districts: string[] | null;
  readonly shelterIds: string[];
  readonly residentIds: string[];
}

/** Accounts that are of an office and can sign in; read as the owner of the tables. */
export function listOfficeMembers(
  database: Queryable,
  code: string,
  officeId: string | null,
): Promise<OfficeMember[]> {
  return database.query(
    `SELECT relay_office_id AS "officeId", id, display_name AS name, role, districts,
       shelter_ids AS "shelterIds", resident_ids AS "residentIds"
     FROM account WHERE municipality_code = $1 AND relay_office_id IS NOT NULL AND NOT is_disabled
       AND ($2::uuid IS NULL OR relay_office_id = $2) ORDER BY login_key`,
    [code, officeId],
  );
}
