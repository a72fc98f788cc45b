import type { Queryable, Transaction } from '../../database.ts';

/** What an account is let in by. */
export interface Credentials {
  readonly id: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly municipalityCode: string | null;
  readonly isDisabled: boolean;
  readonly passwordHash: string | null;
  /** A one-time password that nobody used in time. */
  readonly isExpired: boolean;
  /** Sealed (services/accounts/secret-sealer). */
  readonly totpSecret: string | null;
  readonly hasSecondFactor: boolean;
}

const COLUMNS = `id, login_name AS "loginName", display_name AS "displayName",
  municipality_code AS "municipalityCode", is_disabled AS "isDisabled",
  password_hash AS "passwordHash", coalesce(password_expires_at < now(), false) AS "isExpired",
  totp_secret AS "totpSecret", totp_since IS NOT NULL AS "hasSecondFactor"`;

export async function findCredentials(
  database: Queryable,
  by: { readonly loginKey: string } | { readonly id: string },
): Promise<Credentials | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['login_key', by.loginKey];
  const [found] = await database.query<Credentials>(
    `SELECT ${COLUMNS} FROM account WHERE ${column} = $1`,
    [value],
  );
  return found ?? null;
}

/** What somebody has shown to know, and may hold no more by the time it is made use of. */
export type Proven = Pick<Credentials, 'id' | 'passwordHash' | 'hasSecondFactor'>;

/** Locks the account; false where it is disabled, or is let in by something else than was shown. */
export async function lockProven(
  tx: Transaction,
  { id, passwordHash, hasSecondFactor }: Proven,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM account WHERE id = $1 AND NOT is_disabled
       AND password_hash IS NOT DISTINCT FROM $2 AND (totp_since IS NOT NULL) = $3
     FOR NO KEY UPDATE`,
    [id, passwordHash, hasSecondFactor],
  );
  return rows.length > 0;
}

/** A password that its owner chose; false where the former one was replaced meanwhile. */
export async function setPassword(
  database: Queryable,
  accountId: string,
  former: string | null,
  passwordHash: string,
): Promise<boolean> {
  const rows = await database.query(
    `WITH changed AS (
       UPDATE account SET password_hash = $3, must_change_password = false,
         password_expires_at = NULL
       WHERE id = $1 AND password_hash = $2 AND NOT is_disabled RETURNING 1)
     SELECT 1 FROM changed`,
    [accountId, former, passwordHash],
  );
  return rows.length > 0;
}

/** The same password under the parameters of today; false where it was changed meanwhile. */
export async function renewHash(
  database: Queryable,
  accountId: string,
  former: string,
  passwordHash: string,
): Promise<boolean> {
  const rows = await database.query(
    `WITH changed AS (
       UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2 RETURNING 1)
     SELECT 1 FROM changed`,
    [accountId, former, passwordHash],
  );
  return rows.length > 0;
}

/** A password that has to be changed at once; the second factor is gone. False where `version` is old. */
export async function resetCredentials(
  database: Queryable,
  accountId: string,
  version: number,
  passwordHash: string,
  days: number | null,
  mustChange = true,
): Promise<boolean> {
  const rows = await database.query(
    `WITH changed AS (
       UPDATE account SET version = version + 1, password_hash = $3, must_change_password = $5,
         password_expires_at = now() + make_interval(days => $4),
         totp_secret = NULL, totp_since = NULL
       WHERE id = $1 AND version = $2 RETURNING 1)
     SELECT 1 FROM changed`,
    [accountId, version, passwordHash, days, mustChange],
  );
  if (rows.length > 0)
    await database.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
  return rows.length > 0;
}

export async function noteSignIn(database: Queryable, accountId: string): Promise<void> {
  await database.query('UPDATE account SET last_sign_in_at = now() WHERE id = $1', [accountId]);
}

/** A secret that nothing asks for until it was shown to work. False where a second factor holds already. */
export async function proposeTotp(
  database: Queryable,
  accountId: string,
  secret: string,
): Promise<boolean> {
  const rows = await database.query(
    `WITH changed AS (
       UPDATE account SET totp_secret = $2, totp_last_step = 0
       WHERE id = $1 AND totp_since IS NULL RETURNING 1)
     SELECT 1 FROM changed`,
    [accountId, secret],
  );
  return rows.length > 0;
}

/** Of every account that has one, in use or proposed. */
export function listTotpSecrets(
  database: Queryable,
): Promise<{ readonly id: string; readonly totpSecret: string }[]> {
  return database.query(
    'SELECT id, totp_secret AS "totpSecret" FROM account WHERE totp_secret IS NOT NULL',
  );
}

/** The same secret in another form; nothing where it was changed meanwhile. */
export async function replaceTotpSecret(
  database: Queryable,
  accountId: string,
  former: string,
  secret: string,
): Promise<void> {
  await database.query('UPDATE account SET totp_secret = $3 WHERE id = $1 AND totp_secret = $2', [
    ...[accountId, former, secret],
  ]);
}

/** Uses the code of a time step; false where it, or a later one, was used before. */
export async function spendTotpStep(
  database: Queryable,
  accountId: string,
  step: number,
): Promise<boolean> {
  const rows = await database.query(
    `WITH used AS (
       UPDATE account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2 RETURNING 1)
     SELECT 1 FROM used`,
    [accountId, step],
  );
  return rows.length > 0;
}

/**
 * From here on the second factor is asked for; these codes replace any before. False where one holds
 * already, or another secret than the one that was shown to work has been proposed since.
 */
export async function enableTotp(
  database: Queryable,
  accountId: string,
  secret: string,
  codeHashes: readonly string[],
): Promise<boolean> {
  const rows = await database.query(
    `WITH changed AS (
       UPDATE account SET totp_since = now()
       WHERE id = $1 AND totp_secret = $2 AND totp_since IS NULL AND NOT is_disabled RETURNING 1)
     SELECT 1 FROM changed`,
    [accountId, secret],
  );
  if (rows.length === 0) return false;
  await database.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
  await database.query(
    `INSERT INTO recovery_code (account_id, code_hash) SELECT $1, unnest($2::text[])`,
    [accountId, codeHashes],
  );
  return true;
}

export async function disableTotp(database: Queryable, accountId: string): Promise<void> {
  await database.query('UPDATE account SET totp_secret = NULL, totp_since = NULL WHERE id = $1', [
    accountId,
  ]);
  await database.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
}

/** Uses a recovery code; false where it is none, or was used. */
export async function spendRecoveryCode(
  database: Queryable,
  accountId: string,
  codeHash: string,
): Promise<boolean> {
  const rows = await database.query(
    `WITH used AS (
       UPDATE recovery_code SET used_at = now()
       WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1)
     SELECT 1 FROM used`,
    [accountId, codeHash],
  );
  return rows.length > 0;
}
