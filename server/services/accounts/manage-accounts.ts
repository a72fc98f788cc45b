import { randomUUID } from 'node:crypto';
import type { AccountContent } from '#contract/account';
import { ACCOUNT_FAILURES } from '#domain/access/account-failures';
import { loginKeyOf } from '#domain/access/password';
import { failure, type Result, success } from '#domain/problem';
import { mayBeOfOffice } from '#domain/relay/listed-office';
import type { Actor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  countInstallationAdministrators,
  findAccount,
  findAccountByName,
  hasMunicipality,
  insertAccount,
  listAccounts,
  type StoredAccount,
  updateAccount,
} from '../../db/queries/accounts/accounts.ts';
import { resetCredentials } from '../../db/queries/accounts/credentials.ts';
import { removeSessionsOf } from '../../db/queries/accounts/sessions.ts';
import { isOpenOffice } from '../../db/queries/relay-offices.ts';
import type { Origin } from '../audit/record-access.ts';
import { appendOfAccount } from './account-audit.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';

export type { StoredAccount } from '../../db/queries/accounts/accounts.ts';

/** Days in which a one-time password has to be used. */
const ONE_TIME_DAYS = 14;

/** Who looks after accounts, and from where. */
export interface Manager {
  readonly database: Database;
  readonly actor: Actor;
  readonly origin: Origin;
}

export interface Issued {
  readonly account: StoredAccount;
  /** Told to whoever made it, and kept nowhere. */
  readonly oneTimePassword: string;
}

export const readAccounts = ({ database, actor }: Pick<Manager, 'database' | 'actor'>) =>
  listAccounts(database, actor.municipalityCode);

/** Makes an account with a one-time password. */
export async function createAccount(
  manager: Manager,
  { loginName, ...content }: AccountContent & { readonly loginName: string },
): Promise<Result<Issued>> {
  const { database, actor, origin } = manager;
  const barrier = await barrierOf(manager, content);
  if (barrier !== null) return failure(barrier);
  const password = oneTimePassword();
  const id = randomUUID();
  const passwordHash = await hashPassword(password);
  const account = await database.transaction(async (tx) => {
    const isNew = await insertAccount(tx, {
      ...content,
      ...{ id, loginName: loginName.normalize('NFKC'), loginKey: loginKeyOf(loginName) },
      ...{ passwordHash, mustChangePassword: true, passwordDays: ONE_TIME_DAYS },
    });
    const made = isNew ? await findAccount(tx, id) : null;
    if (made === null) return null;
    await appendOfAccount(tx, actor, origin, 'account.create', made, { now: standingOf(made) });
    return made;
  });
  return account === null
    ? failure(ACCOUNT_FAILURES.nameTaken())
    : success({ account, oneTimePassword: password });
}

type Change = AccountContent & { readonly version: number; readonly isDisabled: boolean };

/**
 * Changes an account. Whoever gets another role or reach, or is disabled, is out at once: sessions, also
 * half-begun ones, end with the same transaction.
 */
export async function changeAccount(
  manager: Manager,
  id: string,
  { version, ...content }: Change,
): Promise<Result<StoredAccount>> {
  const { database, actor, origin } = manager;
  const former = await findOwn(manager, id);
  if (former === null) return failure(ACCOUNT_FAILURES.unknown());
  const sameCity = former.municipalityCode === content.municipalityCode;
  const barrier = await barrierOf(manager, content, sameCity ? former.relayOfficeId : null);
  if (barrier !== null) return failure(barrier);
  if (former.version !== version) return failure(ACCOUNT_FAILURES.stale());
  if (!former.isLocal && grantOf(former) !== grantOf(content))
    return failure(ACCOUNT_FAILURES.grantedElsewhere());
  const isOut = content.isDisabled || reachOf(former) !== reachOf(content);
  const details = { former: standingOf(former), now: standingOf(content) };
  const outcome = await database.transaction(async (tx) => {
    const isLeaving =
      isInstallationAdministrator(former) &&
      !isInstallationAdministrator({ ...former, ...content });
    if (isLeaving && (await countInstallationAdministrators(tx)) < 2) return 'last';
    if (!(await updateAccount(tx, id, version, content))) return 'stale';
    if (isOut) await removeSessionsOf(tx, id);
    const account = await findAccount(tx, id);
    // Whoever looks after either municipality reads that it came or went.
    const chains = [former.municipalityCode ?? '', content.municipalityCode ?? ''];
    await appendOfAccount(tx, actor, origin, 'account.change', former, details, chains);
    return account ?? 'stale';
  });
  if (outcome === 'last') return failure(ACCOUNT_FAILURES.lastAdministrator());
  return outcome === 'stale' ? failure(ACCOUNT_FAILURES.stale()) : success(outcome);
}

/** A new one-time password; the second factor is removed and every session ends. */
export async function resetAccount(
  manager: Manager,
  id: string,
  version: number,
): Promise<Result<Issued>> {
  const { database, actor, origin } = manager;
  const former = await findOwn(manager, id);
  if (former === null) return failure(ACCOUNT_FAILURES.unknown());
  if (!former.isLocal) return failure(ACCOUNT_FAILURES.notLocal());
  if (former.version !== version) return failure(ACCOUNT_FAILURES.stale());
  const password = oneTimePassword();
  const hashed = await hashPassword(password);
  const account = await database.transaction(async (tx) => {
    if (!(await resetCredentials(tx, id, version, hashed, ONE_TIME_DAYS))) return null;
    await removeSessionsOf(tx, id);
    const reset = await findAccount(tx, id);
    await appendOfAccount(tx, actor, origin, 'account.reset', former);
    return reset;
  });
  return account === null
    ? failure(ACCOUNT_FAILURES.stale())
    : success({ account, oneTimePassword: password });
}

/** By name, for the command line. */
export async function resetAccountByName(
  manager: Manager,
  loginName: string,
): Promise<Result<Issued>> {
  const found = await findAccountByName(manager.database, loginKeyOf(loginName));
  return found === null
    ? failure(ACCOUNT_FAILURES.unknown())
    : resetAccount(manager, found.id, found.version);
}

/** Null also for accounts that are not the manager's to look after: they are as if they were not there. */
async function findOwn({ database, actor }: Manager, id: string): Promise<StoredAccount | null> {
  const account = await findAccount(database, id);
  const isForeign =
    actor.municipalityCode !== null && account?.municipalityCode !== actor.municipalityCode;
  return isForeign ? null : account;
}

async function barrierOf(
  { database, actor }: Manager,
  { role, municipalityCode, districts, relayOfficeId }: AccountContent,
  formerOfficeId: string | null = null,
) {
  if (municipalityCode === null && role !== 'administrator')
    return ACCOUNT_FAILURES.needsMunicipality();
  if (actor.municipalityCode !== null && municipalityCode !== actor.municipalityCode)
    return ACCOUNT_FAILURES.municipalityForeign();
  if (municipalityCode !== null && !(await hasMunicipality(database, municipalityCode)))
    return ACCOUNT_FAILURES.municipalityMissing();
  if (role === 'district-organisation' && (districts === null || districts.length === 0))
    return ACCOUNT_FAILURES.needsDistricts();
  // Whoever was of an office that is closed since stays of it.
  const isNewThere = relayOfficeId !== null && relayOfficeId !== formerOfficeId;
  if (relayOfficeId !== null && !mayBeOfOffice(role)) return ACCOUNT_FAILURES.officeUnfit();
  if (isNewThere && !(await isOpenOffice(database, municipalityCode ?? '', relayOfficeId)))
    return ACCOUNT_FAILURES.officeUnfit();
  return null;
}

const isInstallationAdministrator = ({
  role,
  municipalityCode,
  isDisabled,
  isLocal,
}: Pick<StoredAccount, 'role' | 'municipalityCode' | 'isDisabled' | 'isLocal'>) =>
  role === 'administrator' && municipalityCode === null && !isDisabled && isLocal;

/** What of an account stands in the log: where and for whom it reaches, by ids and names of places. */
function standingOf(account: AccountContent & { readonly isDisabled?: boolean }) {
  const { role, municipalityCode, districts, shelterIds, residentIds, relayOfficeId } = account;
  const { isDisabled = false } = account;
  const reach = { role, municipalityCode, districts, shelterIds, residentIds, relayOfficeId };
  return { ...reach, isDisabled };
}

/** What the single sign-on says of those whom it vouches for, at each sign-in. */
const grantOf = ({ role, municipalityCode, districts }: AccountContent): string =>
  JSON.stringify([role, municipalityCode, districts]);

const reachOf = (account: AccountContent | StoredAccount): string =>
  JSON.stringify([
    account.role,
    account.municipalityCode,
    account.districts,
    account.shelterIds,
    account.residentIds,
    account.relayOfficeId,
  ]);
