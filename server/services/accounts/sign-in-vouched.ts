import { SSO_FAILURES } from '#domain/access/sso-failures';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { SYSTEM } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { findAccount } from '../../db/queries/accounts/accounts.ts';
import { lockProven } from '../../db/queries/accounts/credentials.ts';
import type { Origin } from '../audit/record-access.ts';
import { noteFailure, noteOfAccount } from './account-audit.ts';
import { admitVouched } from './admit-vouched.ts';
import type { VouchedPerson } from './oidc.ts';
import { beginSession } from './open-session.ts';
import { actorOfAccount } from './session-actor.ts';
import type { SignInPlace } from './sign-in.ts';

/**
 * Opens a session for somebody whom the single sign-on vouches for. Its second factor is the provider's
 * to ask for, so none is asked for here.
 */
export async function signInVouched(
  database: Database,
  person: VouchedPerson,
  { userAgent, origin, formerToken }: SignInPlace,
): Promise<Result<{ readonly token: string }>> {
  const admitted = await admitVouched(database, person);
  if (!admitted.ok) return admitted;
  const { accountId, isNew, isChanged } = admitted.value;
  const account = await findAccount(database, accountId);
  if (account === null) throw new Error('the account that was admitted is gone');
  const by = { by: 'sso' };
  if (isNew) await noteOfAccount(database, SYSTEM, origin, 'account.create', account, by);
  if (isChanged) await noteOfAccount(database, SYSTEM, origin, 'account.change', account, by);
  const session = { accountId, userAgent, secondFactor: true, formerToken };
  const opened = await database.transaction(async (tx) => {
    // It may have been disabled since it was admitted.
    const proven = { id: accountId, passwordHash: null, hasSecondFactor: false };
    if (!(await lockProven(tx, proven))) return null;
    return beginSession(tx, { ...session, address: origin.address });
  });
  if (opened === null) return failure(SSO_FAILURES.disabled());
  const actor = actorOfAccount(accountId, account);
  await noteOfAccount(database, actor, origin, 'session.begin', account, by);
  return success(opened);
}

/** Somebody came back from the provider and is not let in; what only failed on the way is not one of these. */
const REFUSALS: ReadonlySet<string> = new Set([
  'sso.no-role',
  'sso.disabled',
  'sso.municipality-missing',
  'sso.answer-invalid',
]);

export async function noteRefusal(
  database: Database,
  origin: Origin,
  problem: Problem,
): Promise<void> {
  if (REFUSALS.has(problem.code)) await noteFailure(database, origin, null, 'sso');
}
