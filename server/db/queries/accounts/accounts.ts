import type { Role } from '#domain/access/roles';
import type { Queryable } from '../../database.ts';

export interface AccountReach {
  readonly displayName: string;
  readonly role: Role;
  readonly municipalityCode: string | null;
  readonly districts: readonly string[] | null;
  readonly shelterIds: readonly string[];
  readonly residentIds: readonly string[];
  /** The office of the city's list that the account is of (domain/relay). */
  readonly relayOfficeId?: string | null | undefined;
}

export interface StoredAccount {
  readonly id: string;
  readonly version: number;
  readonly loginName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly municipalityCode: string | null;
  readonly districts: string[] | null;
  readonly shelterIds: string[];
  readonly residentIds: string[];
  readonly relayOfficeId: string | null;
  readonly isDisabled: boolean;
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly isLocal: boolean;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
}

const COLUMNS = `id, version, login_name AS "loginName", display_name AS "displayName", role,
  municipality_code AS "municipalityCode", districts, shelter_ids AS "shelterIds",
  resident_ids AS "residentIds", relay_office_id AS "relayOfficeId", is_disabled AS "isDisabled",
  must_change_password AS "mustChangePassword", totp_since IS NOT NULL AS "hasSecondFactor",
  password_hash IS NOT NULL AS "isLocal", created_at AS "createdAt",
  last_sign_in_at AS "lastSignInAt"`;

/** Of one municipality, or all; by name. */
export function listAccounts(
  database: Queryable,
  municipalityCode: string | null,
): Promise<StoredAccount[]> {
  return database.query(
    `SELECT ${COLUMNS} FROM account WHERE $1::text IS NULL OR municipality_code = $1
     ORDER BY is_disabled, login_key`,
    [municipalityCode],
  );
}

export async function findAccount(database: Queryable, id: string): Promise<StoredAccount | null> {
  const [account] = await database.query<StoredAccount>(
    `SELECT ${COLUMNS} FROM account WHERE id = $1`,
    [id],
  );
  return account ?? null;
}

export async function findAccountByName(
  database: Queryable,
  loginKey: string,
): Promise<StoredAccount | null> {
  const [account] = await database.query<StoredAccount>(
    `SELECT ${COLUMNS} FROM account WHERE login_key = $1`,
    [loginKey],
  );
  return account ?? null;
}

export interface NewAccount extends AccountReach {
  readonly id: string;
  readonly loginName: string;
  readonly loginKey: string;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  /** Days that a one-time password holds; null = for good. */
  readonly passwordDays: number | null;
}

/** False where the name is taken. */
export async function insertAccount(database: Queryable, account: NewAccount): Promise<boolean> {
  const rows = await database.query(
    `INSERT INTO account (id, login_name, login_key, display_name, role, municipality_code, districts,
       shelter_ids, resident_ids, relay_office_id, password_hash, must_change_password, password_expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now() + make_interval(days => $13))
     ON CONFLICT (login_key) DO NOTHING RETURNING id`,
    [
      account.id,
      account.loginName,
      account.loginKey,
      ...reachOf(account),
      account.passwordHash,
      account.mustChangePassword,
      account.passwordDays,
    ],
  );
  return rows.length > 0;
}

const reachOf = (reach: AccountReach) => [
  reach.displayName,
  reach.role,
  reach.municipalityCode,
  reach.districts,
  reach.shelterIds,
  reach.residentIds,
  reach.relayOfficeId ?? null,
];

/** False where `version` does not stand any more. */
export async function updateAccount(
  database: Queryable,
  id: string,
  version: number,
  change: AccountReach & { readonly isDisabled: boolean },
): Promise<boolean> {
  const rows = await database.query(
    `WITH changed AS (
       UPDATE account SET version = version + 1, display_name = $3, role = $4, municipality_code = $5,
         districts = $6, shelter_ids = $7, resident_ids = $8, relay_office_id = $9, is_disabled = $10
       WHERE id = $1 AND version = $2 RETURNING 1)
     SELECT 1 FROM changed`,
    [id, version, ...reachOf(change), change.isDisabled],
  );
  return rows.length > 0;
}

/** Disables accounts by their names; answers those that were not, by municipality. */
export function disableAccounts(
  database: Queryable,
  loginKeys: readonly string[],
): Promise<StoredAccount[]> {
  return database.query(
    `WITH changed AS (
       UPDATE account SET is_disabled = true, version = version + 1
       WHERE login_key = ANY ($1) AND NOT is_disabled RETURNING *)
     SELECT ${COLUMNS} FROM changed ORDER BY coalesce(municipality_code, ''), login_key`,
    [loginKeys],
  );
}

/** Administrators of the installation who can sign in; locks them, so that two cannot go at once. */
export async function countInstallationAdministrators(tx: Queryable): Promise<number> {
  const rows = await tx.query(
    `SELECT id FROM account WHERE role = 'administrator' AND municipality_code IS NULL
       AND NOT is_disabled AND password_hash IS NOT NULL ORDER BY id FOR UPDATE`,
  );
  return rows.length;
}

export async function hasMunicipality(database: Queryable, code: string): Promise<boolean> {
  return (await database.query('SELECT 1 FROM municipality WHERE code = $1', [code])).length > 0;
}
