import { createHash, randomUUID } from 'node:crypto';
import type { Grant } from '#domain/access/claim-grant';
import { loginKeyOf } from '#domain/access/password';
import { SSO_FAILURES } from '#domain/access/sso-failures';
import { failure, type Result, success } from '#domain/problem';
import type { Database, Transaction } from '../../db/database.ts';
import { type AccountReach, hasMunicipality } from '../../db/queries/accounts/accounts.ts';
import { noteSignIn } from '../../db/queries/accounts/credentials.ts';
import { removeSessionsOf } from '../../db/queries/accounts/sessions.ts';
import {
  insertVouchedAccount,
  lockVouchedAccount,
  updateVouchedAccount,
  type VouchedAccount,
} from '../../db/queries/accounts/vouched-accounts.ts';
import type { VouchedPerson } from './oidc.ts';

export interface Admitted {
  readonly accountId: string;
  readonly isNew: boolean;
  /** Whether the account sees others, or other data, than before. */
  readonly isChanged: boolean;
}

/**
 * The account of somebody whom the single sign-on vouches for: made the first time, and brought to what
 * the city's directory says of them each time. A local account is never taken over, whatever its name.
 */
export async function admitVouched(
  database: Database,
  person: VouchedPerson,
): Promise<Result<Admitted>> {
  return database.transaction(async (tx) => {
    const { municipalityCode } = person.grant;
    if (municipalityCode !== null && !(await hasMunicipality(tx, municipalityCode)))
      return failure(SSO_FAILURES.municipalityMissing(municipalityCode));
    const made = await make(tx, person);
    const account = made ?? (await lockVouchedAccount(tx, person));
    if (account === null) throw new Error('no name was free for an account');
    if (account.isDisabled) return failure(SSO_FAILURES.disabled());
    const isChanged = made === null && (await bringUpToDate(tx, account, person));
    await noteSignIn(tx, account.id);
    return success({ accountId: account.id, isNew: made !== null, isChanged });
  });
}

/** null where the person has an account. */
async function make(tx: Transaction, person: VouchedPerson): Promise<VouchedAccount | null> {
  if ((await lockVouchedAccount(tx, person)) !== null) return null;
  const reach = reachOf(null, person);
  for (const loginName of namesFor(person)) {
    const id = randomUUID();
    const { issuer, subject } = person;
    const account = { ...reach, id, issuer, subject, loginName, loginKey: loginKeyOf(loginName) };
    if (await insertVouchedAccount(tx, account)) return { ...reach, id, isDisabled: false };
    // Another window of the same person may have been first.
    if ((await lockVouchedAccount(tx, person)) !== null) return null;
  }
  return null;
}

/** A colon is in no name of a local account; whoever has the name of somebody before gets a longer one. */
function namesFor({ userName, issuer, subject }: VouchedPerson): string[] {
  const mark = createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex');
  return [`sso:${userName}`, `sso:${userName}:${mark.slice(0, 12)}`];
}

async function bringUpToDate(
  tx: Transaction,
  account: VouchedAccount,
  person: VouchedPerson,
): Promise<boolean> {
  const reach = reachOf(account, person);
  const { displayName: formerName, ...former } = reachIn(account);
  const { displayName, ...current } = reach;
  const isChanged = JSON.stringify(former) !== JSON.stringify(current);
  if (isChanged || displayName !== formerName) await updateVouchedAccount(tx, account.id, reach);
  if (isChanged) await removeSessionsOf(tx, account.id);
  return isChanged;
}

/**
 * Role, municipality and districts are what the table says. Facilities that it does not name, and people,
 * stay as an administrator assigned them while the role and the municipality are the same.
 */
function reachOf(
  former: VouchedAccount | null,
  { displayName, grant }: { readonly displayName: string; readonly grant: Grant },
): AccountReach {
  const { role, municipalityCode, districts, shelterIds } = grant;
  const kept =
    former !== null && former.role === role && former.municipalityCode === municipalityCode
      ? former
      : { shelterIds: [], residentIds: [] };
  return {
    displayName,
    role,
    municipalityCode,
    districts,
    shelterIds: shelterIds ?? kept.shelterIds,
    residentIds: kept.residentIds,
  };
}

/** In one order of properties, to compare. */
const reachIn = (account: VouchedAccount): AccountReach => ({
  displayName: account.displayName,
  role: account.role,
  municipalityCode: account.municipalityCode,
  districts: account.districts,
  shelterIds: account.shelterIds,
  residentIds: account.residentIds,
});
