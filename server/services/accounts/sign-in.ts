import { ACCOUNT_FAILURES } from '#domain/access/account-failures';
import { loginKeyOf } from '#domain/access/password';
import { failure, type Result, success } from '#domain/problem';
import type { Database } from '../../db/database.ts';
import { findAccount } from '../../db/queries/accounts/accounts.ts';
import {
  type Credentials,
  findCredentials,
  noteSignIn,
  renewHash,
  spendRecoveryCode,
  spendTotpStep,
} from '../../db/queries/accounts/credentials.ts';
import type { Origin } from '../audit/record-access.ts';
import { noteFailure, noteOfAccount } from './account-audit.ts';
import { attemptKeys, delayOf, settleAttempt } from './attempts.ts';
import { inHashingQueue } from './hashing-queue.ts';
import { openSession } from './open-session.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';
import { actorOfAccount } from './session-actor.ts';
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
  const late = await settleAttempt(database, keys, isRight);
  if (late > 0) return failure(ACCOUNT_FAILURES.delayed(late));
  if (!isRight || found === null || hashed === null) {
    await noteFailure(database, place.origin, found, 'password');
    return failure(ACCOUNT_FAILURES.wrong());
  }
  if (isOutdated(hashed))
    await renewHash(database, found.id, hashed, await hashPassword(typed.password));
  return success(await begin(database, found, place, !found.hasSecondFactor));
}

/** Lets somebody in whose password was right, by a code of the authenticator or a recovery code. */
export async function proveSecondFactor(
  database: Database,
  accountId: string,
  code: string,
  now: Date,
  place: SignInPlace,
): Promise<Result<{ readonly token: string }>> {
  const keys = attemptKeys('code', accountId, place.origin.address);
  const delayed = await delayOf(database, keys);
  if (delayed > 0) return failure(ACCOUNT_FAILURES.delayed(delayed));
  const found = await findCredentials(database, { id: accountId });
  const isRight = found?.totpSecret != null && (await isCodeRight(database, found, code, now));
  const late = await settleAttempt(database, keys, isRight);
  if (late > 0) return failure(ACCOUNT_FAILURES.delayed(late));
  if (found === null || !isRight) {
    await noteFailure(database, place.origin, found, 'second-factor');
    return failure(ACCOUNT_FAILURES.codeWrong());
  }
  return success(await begin(database, found, place, true));
}

/** Uses the code up: each is good once. */
export async function isCodeRight(
  database: Database,
  { id, totpSecret }: Pick<Credentials, 'id' | 'totpSecret'>,
  code: string,
  now: Date,
): Promise<boolean> {
  const digits = code.replace(/\s/g, '');
  const step = totpSecret === null ? null : totpStep(totpSecret, digits, now);
  if (step !== null) return spendTotpStep(database, id, step);
  return spendRecoveryCode(database, id, recoveryCodeHash(code));
}

async function begin(
  database: Database,
  { id }: Credentials,
  { userAgent, origin, formerToken }: SignInPlace,
  secondFactor: boolean,
): Promise<{ readonly token: string }> {
  const opened = await openSession(database, {
    ...{ accountId: id, userAgent, secondFactor, formerToken },
    address: origin.address,
  });
  if (!secondFactor) return opened;
  await noteSignIn(database, id);
  const account = await findAccount(database, id);
  if (account !== null)
    await noteOfAccount(
      ...([database, actorOfAccount(id, account), origin, 'session.begin', account] as const),
    );
  return opened;
}
