import { ACCOUNT_FAILURES } from '#domain/access/account-failures';
import { failure, type Result, success } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  type Credentials,
  disableTotp,
  enableTotp,
  findCredentials,
  proposeTotp,
  setPassword,
  spendTotpStep,
} from '../../db/queries/accounts/credentials.ts';
import {
  listSessions,
  type OpenSession,
  removeOwnSession,
  removeSessionsOf,
} from '../../db/queries/accounts/sessions.ts';
import type { Origin } from '../audit/record-access.ts';
import { noteOfAccount } from './account-audit.ts';
import { attemptKeys, delayOf, settleAttempt } from './attempts.ts';
import { inHashingQueue } from './hashing-queue.ts';
import { openSession } from './open-session.ts';
import { checkNewPassword, hashPassword, verifyPassword } from './passwords.ts';
import type { SignInPlace } from './sign-in.ts';
import { newRecoveryCodes, newTotpSecret, recoveryCodeHash, totpSetup, totpStep } from './totp.ts';

/** Who is signed in and asks for something about the own account. */
export interface Owner {
  readonly actor: Actor;
  readonly session: OpenSession;
  readonly place: SignInPlace;
}

/**
 * Changes the own password; other sessions end, and this one goes on under another token: whoever knew the
 * former one is out.
 */
export async function changePassword(
  database: Database,
  owner: Owner,
  typed: { readonly current: string; readonly next: string },
): Promise<Result<{ readonly token: string }>> {
  const proved = await proveIdentity(database, owner, typed.current);
  if (!proved.ok) return proved;
  const { id, loginName, displayName, passwordHash } = proved.value;
  const allowed = await checkNewPassword(typed.next, [loginName, displayName]);
  if (!allowed.ok) return allowed;
  if (await verifyPassword(passwordHash, typed.next))
    return failure(ACCOUNT_FAILURES.passwordSame());
  const hashed = await inHashingQueue(() => hashPassword(typed.next));
  if (hashed === null) return failure(ACCOUNT_FAILURES.busy());
  await note(database, owner, 'account.password');
  await setPassword(database, id, hashed);
  await removeSessionsOf(database, id);
  return success(await renewed(database, owner));
}

/** A secret for an authenticator; nothing asks for its codes until one was shown. */
export async function beginSecondFactor(
  database: Database,
  { session }: Owner,
): Promise<Result<{ readonly secret: string; readonly uri: string; readonly qrSvg: string }>> {
  if (!session.isLocal) return failure(ACCOUNT_FAILURES.notLocal());
  const secret = newTotpSecret();
  if (!(await proposeTotp(database, session.accountId, secret)))
    return failure(ACCOUNT_FAILURES.secondFactorHolds());
  return success({ secret, ...totpSetup(secret, session.loginName) });
}

/** Takes the second factor into use by its first code. The recovery codes are told here and never again. */
export async function confirmSecondFactor(
  database: Database,
  owner: Owner,
  code: string,
  now: Date,
): Promise<Result<{ readonly token: string; readonly recoveryCodes: string[] }>> {
  const { session } = owner;
  const found = await findCredentials(database, { id: session.accountId });
  if (found === null || found.totpSecret === null)
    return failure(ACCOUNT_FAILURES.secondFactorNotBegun());
  if (found.hasSecondFactor) return failure(ACCOUNT_FAILURES.secondFactorHolds());
  const step = totpStep(found.totpSecret, code.replace(/\s/g, ''), now);
  if (step === null || !(await spendTotpStep(database, found.id, step)))
    return failure(ACCOUNT_FAILURES.codeWrong());
  const recoveryCodes = newRecoveryCodes();
  await note(database, owner, 'account.second-factor', { isOn: true });
  await database.transaction((tx) => enableTotp(tx, found.id, recoveryCodes.map(recoveryCodeHash)));
  // Those that were begun without it are no longer good enough.
  await removeSessionsOf(database, found.id);
  return success({ ...(await renewed(database, owner)), recoveryCodes });
}

/** Removes the second factor, by the password: a session that was left open is not enough. */
export async function removeSecondFactor(
  database: Database,
  owner: Owner,
  password: string,
): Promise<Result<null>> {
  const proved = await proveIdentity(database, owner, password);
  if (!proved.ok) return proved;
  await note(database, owner, 'account.second-factor', { isOn: false });
  await database.transaction((tx) => disableTotp(tx, proved.value.id));
  return success(null);
}

export async function readOwnSessions(
  database: Database,
  { session }: Owner,
  limits: Parameters<typeof listSessions>[2],
) {
  const sessions = await listSessions(database, session.accountId, limits);
  return sessions.map(({ begunAt, lastSeenAt, ...rest }) => ({
    ...rest,
    begunAt: begunAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isCurrent: rest.id === session.id,
  }));
}

/** False where the account has no such session. */
export async function endOwnSession(
  database: Database,
  owner: Owner,
  id: string,
): Promise<boolean> {
  const isEnded = await removeOwnSession(database, owner.session.accountId, id);
  if (isEnded) await note(database, owner, 'session.end', { why: 'by-hand' });
  return isEnded;
}

/** The password once more, delayed after wrong attempts like at the sign-in. */
async function proveIdentity(
  database: Database,
  { session, place }: Owner,
  password: string,
): Promise<Result<Credentials>> {
  const keys = attemptKeys('password', `own:${session.accountId}`, place.origin.address);
  const delayed = await delayOf(database, keys);
  if (delayed > 0) return failure(ACCOUNT_FAILURES.delayed(delayed));
  const found = await findCredentials(database, { id: session.accountId });
  if (found === null || found.passwordHash === null) return failure(ACCOUNT_FAILURES.notLocal());
  const { passwordHash } = found;
  const isRight = await inHashingQueue(() => verifyPassword(passwordHash, password));
  if (isRight === null) return failure(ACCOUNT_FAILURES.busy());
  const late = await settleAttempt(database, keys, isRight);
  if (late > 0) return failure(ACCOUNT_FAILURES.delayed(late));
  return isRight ? success(found) : failure(ACCOUNT_FAILURES.passwordWrong());
}

const renewed = (database: Database, { session, place }: Owner) =>
  openSession(database, {
    accountId: session.accountId,
    userAgent: place.userAgent,
    address: place.origin.address,
    secondFactor: true,
    formerToken: place.formerToken,
  });

function note(
  database: Database,
  { actor, session, place }: Owner,
  action: Parameters<typeof noteOfAccount>[3],
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const about = { ...session, id: session.accountId };
  return noteOfAccount(database, actor, place.origin as Origin, action, about, details);
}
