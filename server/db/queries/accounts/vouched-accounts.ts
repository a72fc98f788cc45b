import type { Queryable, Transaction } from '../../database.ts';
import type { AccountReach } from './accounts.ts';

/** Somebody as the single sign-on names them: for good, where names and addresses change hands. */
export interface VouchedKey {
  readonly issuer: string;
  readonly subject: string;
}

export interface VouchedAccount extends AccountReach {
  readonly id: string;
  readonly isDisabled: boolean;
}

/** Locks the account, so that two windows of one person change it in turn. */
export async function lockVouchedAccount(
  tx: Transaction,
  { issuer, subject }: VouchedKey,
): Promise<VouchedAccount | null> {
  const [account] = await tx.query<VouchedAccount>(
    `SELECT id, display_name AS "displayName", role, municipality_code AS "municipalityCode", districts,
       shelter_ids AS "shelterIds", resident_ids AS "residentIds", is_disabled AS "isDisabled"
     FROM account WHERE issuer = $1 AND subject = $2 FOR UPDATE`,
    [issuer, subject],
  );
  return account ?? null;
}

export interface NewVouchedAccount extends AccountReach, VouchedKey {
  readonly id: string;
  readonly loginName: string;
  readonly loginKey: string;
}

/** False where the name is taken, or the same person came by another window at this moment. */
export async function insertVouchedAccount(
  tx: Transaction,
  account: NewVouchedAccount,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO account (id, issuer, subject, login_name, login_key, display_name, role,
       municipality_code, districts, shelter_ids, resident_ids)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      account.id,
      account.issuer,
      account.subject,
      account.loginName,
      account.loginKey,
      account.displayName,
      account.role,
      account.municipalityCode,
      account.districts,
      account.shelterIds,
      account.residentIds,
    ],
  );
  return rows.length > 0;
}

/** What the single sign-on says now. */
export async function updateVouchedAccount(
  database: Queryable,
  id: string,
  reach: AccountReach,
): Promise<void> {
  await database.query(
    `UPDATE account SET version = version + 1, display_name = $2, role = $3, municipality_code = $4,
       districts = $5, shelter_ids = $6, resident_ids = $7,
       relay_office_id = CASE WHEN role = $3 AND municipality_code IS NOT DISTINCT FROM $4
         THEN relay_office_id END
     WHERE id = $1`,
    [
      id,
      reach.displayName,
      reach.role,
      reach.municipalityCode,
      reach.districts,
      reach.shelterIds,
      reach.residentIds,
    ],
  );
}
