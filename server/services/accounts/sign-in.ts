import { ACCOUNT_FAILURES } from '#domain/access/account-failures';
import { loginKeyOf } from '#domain/access/password';
import { failure, type Result, success } from '#domain/problem';
import type { Database, Transaction } from '../../db/database.ts';
import { findAccount } from '../../db/queries/accounts/accounts.ts';
import {
  type Credentials,
  findCredentials,
  lockProven,
  noteSignIn,
  type Proven,
  renewHash,
  spendRecoveryCode,
  spendTotpStep,
} from '../../db/queries/accounts/credentials.ts';
import { removeOwnSession } from '../../db/queries/accounts/sessions.ts';
import type { Origin } from '../audit/record-access.ts';
import { noteFailure, noteOfAccount } from './account-audit.ts';
import { attemptKeys, delayOf, settleAttempt } from './attempts.ts';
import { inHashingQueue } from './hashing-queue.ts';
import { beginSession } from './open-session.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';
import type { SecretSealer } from './secret-sealer.ts';
import { actorOfAccount } from './session-actor.ts';
import { hashOf } from './token-hash.ts';
import { recoveryCodeHash, totpStep } from './totp.ts';

/** From where somebody signs in. */
export interface SignInPlace {
  readonly userAgent: string | null;
  readonly origin: Origin;
  /** The session that the browser had: it ends with this one's beginning. */
  readonly formerToken: string | null;
}

/**
 * Opens a session for an account and its password. An account that is not there, is disabled, or has no
 * password takes the same work and is answered in the same words as a wrong password.
 */
export async function signIn(
  database: Database,
  typed: { readonly loginName: string; readonly password: string },
  place: SignInPlace,
): Promise<Result<{ readonly token: string }>> {
  const loginKey = loginKeyOf(typed.loginName);
  const keys = attemptKeys('password', loginKey, place.origin.address);
  const delayed = await delayOf(database, keys);
  if (delayed > 0) return failure(ACCOUNT_FAILURES.delayed(delayed));
  const found = await findCredentials(database, { loginKey });
  const isUsable = found !== null && !found.isDisabled && !found.isExpired;
  const hashed = isUsable ? found.passwordHash : null;
  const isRight = await inHashingQueue(() => verifyPassword(hashed, typed.password));
  if (isRight === null) return failure(ACCOUNT_FAILURES.busy());
  const { delaySeconds: late } = await settleAttempt(database, keys, isRight);
  if (late > 0) return failure(ACCOUNT_FAILURES.delayed(late));
  const opened =
    !isRight || found === null || hashed === null
      ? null
      : await begin(
          database,
          { ...found, passwordHash: await hashOfToday(database, found.id, hashed, typed.password) },
          place,
          !found.hasSecondFactor,
        );
  if (opened !== null) return success(opened);
  await noteFailure(database, place.origin, found, 'password');
  return failure(ACCOUNT_FAILURES.wrong());
}

/** The hash of a password that was right: made anew where an older version of the program made it. */
async function hashOfToday(
  database: Database,
  id: string,
  hashed: string,
  password: string,
): Promise<string> {
  if (!isOutdated(hashed)) return hashed;
  const renewed = await hashPassword(password);
  if (await renewHash(database, id, hashed, renewed)) return renewed;
  // Another sign-in at this moment made it anew, or the password was changed.
  const current = (await findCredentials(database, { id }))?.passwordHash ?? null;
  return current !== null && (await verifyPassword(current, password)) ? current : hashed;
}

/** Lets somebody in whose password was right, by a code of the authenticator or a recovery code. */
export async function proveSecondFactor(
  database: Database,
  sealer: SecretSealer,
  accountId: string,
  code: string,
  now: Date,
  place: SignInPlace,
): Promise<Result<{ readonly token: string }>> {
  const keys = attemptKeys('code', accountId, place.origin.address);
  const delayed = await delayOf(database, keys);
  if (delayed > 0) return failure(ACCOUNT_FAILURES.delayed(delayed));
  const found = await findCredentials(database, { id: accountId });
  const { isRight, delaySeconds: late } = await settleAttempt(
    database,
    keys,
    async (tx) => found?.totpSecret != null && (await spendCode(tx, sealer, found, code, now)),
  );
  if (late > 0) return failure(ACCOUNT_FAILURES.delayed(late));
  const opened = found === null || !isRight ? null : await begin(database, found, place, true);
  if (opened !== null) return success(opened);
  await noteFailure(database, place.origin, found, 'second-factor');
  return failure(ACCOUNT_FAILURES.codeWrong());
}

/** Uses the code up: each is good once. */
async function spendCode(
  tx: Transaction,
  sealer: SecretSealer,
  { id, totpSecret }: Pick<Credentials, 'id' | 'totpSecret'>,
  code: string,
  now: Date,
): Promise<boolean> {
  const digits = code.replace(/\s/g, '');
  const secret = totpSecret === null ? null : sealer.open(id, totpSecret);
  const step = secret === null ? null : totpStep(secret, digits, now);
  if (step !== null) return spendTotpStep(tx, id, step);
  return spendRecoveryCode(tx, id, recoveryCodeHash(code));
}

/**
 * Null where what was shown is good no more: the password was reset, the account disabled or the second
 * factor switched on while it was looked at, or the session ended that waited for the second factor.
 */
async function begin(
  database: Database,
  proven: Proven,
  { userAgent, origin, formerToken }: SignInPlace,
  secondFactor: boolean,
): Promise<{ readonly token: string } | null> {
  const { id, hasSecondFactor } = proven;
  const opened = await database.transaction(async (tx) => {
    if (!(await lockProven(tx, proven))) return null;
    const isSecondStep = hasSecondFactor && secondFactor;
    if (isSecondStep && !(await removeOwnSession(tx, id, hashOf(formerToken ?? '')))) return null;
    if (secondFactor) await noteSignIn(tx, id);
    const session = { accountId: id, userAgent, secondFactor, formerToken };
    return beginSession(tx, { ...session, address: origin.address });
  });
  if (opened === null || !secondFactor) return opened;
  const account = await findAccount(database, id);
  if (account !== null)
    await noteOfAccount(
      ...([database, actorOfAccount(id, account), origin, 'session.begin', account] as const),
    );
  return opened;
}
