import { delaySeconds } from '#domain/access/sign-in-delay';
import type { Database, Transaction } from '../../db/database.ts';
import {
  countFailures,
  ensureFailureRows,
  forgetFailures,
  secondsDelayed,
  setFailures,
} from '../../db/queries/accounts/sign-in-failures.ts';
import { networkOf } from './network-of.ts';
import { hashOf } from './token-hash.ts';

/** What is tried, and from where; each is delayed by itself. */
export interface AttemptKeys {
  readonly account: string;
  readonly address: string | null;
}

/** @param what e.g. the name that was typed: there need not be such an account */
export const attemptKeys = (
  kind: 'password' | 'code',
  what: string,
  address: string | null,
): AttemptKeys => ({
  account: hashOf(`${kind}:${what}`),
  address: address === null ? null : hashOf(`address:${networkOf(address)}`),
});

export interface Settled {
  readonly isRight: boolean;
  /** Seconds of delay in place of the outcome; 0 = the outcome may be told. */
  readonly delaySeconds: number;
}

const listOf = ({ account, address }: AttemptKeys) =>
  address === null ? [account] : [account, address];

/** Seconds until an attempt is looked at; 0 = now. */
export const delayOf = (database: Database, keys: AttemptKeys): Promise<number> =>
  secondsDelayed(database, listOf(keys));

/**
 * Counts an attempt when it is known how it went. Many may have been tried at once: those that come after
 * the wrong ones that brought a delay are answered as delayed, right or not, and tell nothing.
 *
 * @param prove  where a code is used up by being looked at: only where its outcome may be told
 */
export async function settleAttempt(
  database: Database,
  keys: AttemptKeys,
  prove: boolean | ((tx: Transaction) => Promise<boolean>),
): Promise<Settled> {
  return database.transaction(async (tx) => {
    await ensureFailureRows(tx, listOf(keys));
    const seconds = await secondsDelayed(tx, listOf(keys), true);
    if (seconds > 0) return { isRight: false, delaySeconds: seconds };
    const isRight = typeof prove === 'boolean' ? prove : await prove(tx);
    if (isRight) {
      await forgetFailures(tx, keys.account);
      return { isRight, delaySeconds: 0 };
    }
    const account = (await countFailures(tx, keys.account)) + 1;
    await setFailures(tx, keys.account, account, delaySeconds('account', account));
    if (keys.address !== null) {
      const address = (await countFailures(tx, keys.address)) + 1;
      await setFailures(tx, keys.address, address, delaySeconds('address', address));
    }
    return { isRight, delaySeconds: 0 };
  });
}
