import { ACCOUNT_FAILURES } from '#domain/access/account-failures';
import { failure, type Result, success } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { Database, Transaction } from '../../db/database.ts';
import {
  type Credentials,
  disableTotp,
  enableTotp,
  findCredentials,
  lockProven,
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
import { appendOfAccount, noteOfAccount } from './account-audit.ts';
import { attemptKeys, delayOf, settleAttempt } from './attempts.ts';
import { inHashingQueue } from './hashing-queue.ts';
import { beginSession } from './open-session.ts';
import { checkNewPassword, hashPassword, verifyPassword } from './passwords.ts';
import type { SecretSealer } from './secret-sealer.ts';
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
  const opened = await database.transaction(async (tx) => {
    if (!(await setPassword(tx, id, passwordHash, hashed))) return null;
    return renewSession(tx, owner, 'account.password');
  });
  return opened === null ? failure(ACCOUNT_FAILURES.passwordWrong()) : success(opened);
}

/** A secret for an authenticator; nothing asks for its codes until one was shown. */
export async function beginSecondFactor(
  database: Database,
  sealer: SecretSealer,
  { session }: Owner,
): Promise<Result<{ readonly secret: string; readonly uri: string; readonly qrSvg: string }>> {
  if (!session.isLocal) return failure(ACCOUNT_FAILURES.notLocal());
  const secret = newTotpSecret();
  const { accountId } = session;
  if (!(await proposeTotp(database, accountId, sealer.seal(accountId, secret))))
    return failure(ACCOUNT_FAILURES.secondFactorHolds());
  return success({ secret, ...totpSetup(secret, session.loginName) });
}

/** Takes the second factor into use by its first code. The recovery codes are told here and never again. */
export async function confirmSecondFactor(
  database: Database,
  sealer: SecretSealer,
  owner: Owner,
  code: string,
  now: Date,
): Promise<Result<{ readonly token: string; readonly recoveryCodes: string[] }>> {
  const { session } = owner;
  const found = await findCredentials(database, { id: session.accountId });
  if (found === null || found.totpSecret === null)
    return failure(ACCOUNT_FAILURES.secondFactorNotBegun());
  if (found.hasSecondFactor) return failure(ACCOUNT_FAILURES.secondFactorHolds());
  const { id, totpSecret } = found;
  const secret = sealer.open(id, totpSecret);
  if (secret === null) return failure(ACCOUNT_FAILURES.secondFactorNotBegun());
  const step = totpStep(secret, code.replace(/\s/g, ''), now);
  if (step === null) return failure(ACCOUNT_FAILURES.codeWrong());
  const recoveryCodes = newRecoveryCodes();
  const opened = await database.transaction(async (tx) => {
    if (!(await enableTotp(tx, id, totpSecret, recoveryCodes.map(recoveryCodeHash)))) return null;
    // Kept with it, so that the code that set it up opens no session.
    await spendTotpStep(tx, id, step);
    // Sessions that were begun without it are no longer good enough.
    return renewSession(tx, owner, 'account.second-factor', { isOn: true });
  });
  return opened === null
    ? failure(ACCOUNT_FAILURES.secondFactorNotBegun())
    : success({ ...opened, recoveryCodes });
}

/** Removes the second factor, by the password: a session that was left open is not enough. */
export async function removeSecondFactor(
  database: Database,
  owner: Owner,
  password: string,
): Promise<Result<null>> {
  const proved = await proveIdentity(database, owner, password);
  if (!proved.ok) return proved;
  const { actor, session, place } = owner;
  const about = { ...session, id: session.accountId };
  const isDone = await database.transaction(async (tx) => {
    if (!(await lockProven(tx, proved.value))) return false;
    await disableTotp(tx, about.id);
    const details = { isOn: false };
    await appendOfAccount(tx, actor, place.origin, 'account.second-factor', about, details);
    return true;
  });
  return isDone ? success(null) : failure(ACCOUNT_FAILURES.passwordWrong());
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
  const { delaySeconds: late } = await settleAttempt(database, keys, isRight);
  if (late > 0) return failure(ACCOUNT_FAILURES.delayed(late));
  return isRight ? success(found) : failure(ACCOUNT_FAILURES.passwordWrong());
}

/** Ends every session of the account and goes on under another token; with the line that says why. */
async function renewSession(
  tx: Transaction,
  { actor, session, place }: Owner,
  action: Parameters<typeof noteOfAccount>[3],
  details: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly token: string }> {
  const { accountId } = session;
  await removeSessionsOf(tx, accountId);
  const opened = await beginSession(tx, {
    ...{ accountId, userAgent: place.userAgent, address: place.origin.address },
    secondFactor: true,
  });
  const about = { ...session, id: accountId };
  await appendOfAccount(tx, actor, place.origin, action, about, details);
  return opened;
}

function note(
  database: Database,
  { actor, session, place }: Owner,
  action: Parameters<typeof noteOfAccount>[3],
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const about = { ...session, id: session.accountId };
  return noteOfAccount(database, actor, place.origin, action, about, details);
}
