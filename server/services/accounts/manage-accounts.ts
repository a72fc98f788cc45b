import { randomUUID } from 'node:crypto';
import type { AccountContent } from '#contract/account';
import { ACCOUNT_FAILURES } from '#domain/access/account-failures';
import { loginKeyOf } from '#domain/access/password';
import { failure, type Result, success } from '#domain/problem';
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
import type { Origin } from '../audit/record-access.ts';
import { noteOfAccount } from './account-audit.ts';
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
  const isNew = await insertAccount(database, {
    ...content,
    ...{ id, loginName: loginName.normalize('NFKC'), loginKey: loginKeyOf(loginName) },
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
    passwordDays: ONE_TIME_DAYS,
  });
  if (!isNew) return failure(ACCOUNT_FAILURES.nameTaken());
  const account = await findAccount(database, id);
  if (account === null) return failure(ACCOUNT_FAILURES.unknown());
  const { role } = account;
  await noteOfAccount(database, actor, origin, 'account.create', account, { role });
  return success({ account, oneTimePassword: password });
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
  const barrier = await barrierOf(manager, content);
  if (barrier !== null) return failure(barrier);
  if (former.version !== version) return failure(ACCOUNT_FAILURES.stale());
  const isOut = content.isDisabled || reachOf(former) !== reachOf(content);
  const { role, isDisabled } = content;
  await noteOfAccount(database, actor, origin, 'account.change', former, {
    ...{ role, isDisabled, formerRole: former.role },
  });
  const outcome = await database.transaction(async (tx): Promise<'done' | 'stale' | 'last'> => {
    const isLeaving =
      isInstallationAdministrator(former) &&
      !isInstallationAdministrator({ ...former, ...content });
    if (isLeaving && (await countInstallationAdministrators(tx)) < 2) return 'last';
    if (!(await updateAccount(tx, id, version, content))) return 'stale';
    if (isOut) await removeSessionsOf(tx, id);
    return 'done';
  });
  if (outcome === 'last') return failure(ACCOUNT_FAILURES.lastAdministrator());
  const account = await findAccount(database, id);
  return outcome === 'stale' || account === null
    ? failure(ACCOUNT_FAILURES.stale())
    : success(account);
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
  await noteOfAccount(database, actor, origin, 'account.reset', former);
  const isDone = await database.transaction(async (tx) => {
    const isReset = await resetCredentials(tx, id, version, hashed, ONE_TIME_DAYS);
    if (isReset) await removeSessionsOf(tx, id);
    return isReset;
  });
  const account = await findAccount(database, id);
  return !isDone || account === null
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
  { role, municipalityCode, districts }: AccountContent,
) {
  if (municipalityCode === null && role !== 'administrator')
    return ACCOUNT_FAILURES.needsMunicipality();
  if (actor.municipalityCode !== null && municipalityCode !== actor.municipalityCode)
    return ACCOUNT_FAILURES.municipalityForeign();
  if (municipalityCode !== null && !(await hasMunicipality(database, municipalityCode)))
    return ACCOUNT_FAILURES.municipalityMissing();
  if (role === 'district-organisation' && (districts === null || districts.length === 0))
    return ACCOUNT_FAILURES.needsDistricts();
  return null;
}

const isInstallationAdministrator = ({
  role,
  municipalityCode,
  isDisabled,
  isLocal,
}: Pick<StoredAccount, 'role' | 'municipalityCode' | 'isDisabled' | 'isLocal'>) =>
  role === 'administrator' && municipalityCode === null && !isDisabled && isLocal;

const reachOf = (account: AccountContent | StoredAccount): string =>
  JSON.stringify([
    account.role,
    account.municipalityCode,
    account.districts,
    account.shelterIds,
    account.residentIds,
  ]);
