import { ProblemError } from '#domain/problem';
import { SYSTEM } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { countInstallationAdministrators } from '../../db/queries/accounts/accounts.ts';
import { THIS_MACHINE } from '../audit/record-access.ts';
import { createAccount } from './manage-accounts.ts';

const LOGIN_NAME = 'admin';
/** Names that are tried where somebody who is no administrator has the first. */
const MOST_NAMES = 100;

/**
 * Where nobody with a password can look after all accounts, makes one administrator: those who were disabled
 * cannot, and those who come by single sign-on cannot while it is down.
 *
 * @returns name and one-time password, to be told once to whoever starts the program; null where there is one
 */
export async function makeFirstAdministrator(
  database: Database,
): Promise<{ readonly loginName: string; readonly oneTimePassword: string } | null> {
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    // Also after a name was taken: another process that starts at the same time may have made it, and told it.
    if ((await countInstallationAdministrators(database)) > 0) return null;
    const loginName = number === 1 ? LOGIN_NAME : `${LOGIN_NAME}-${number}`;
    const made = await createAccount(
      { database, actor: SYSTEM, origin: THIS_MACHINE },
      {
        ...{ loginName, displayName: '管理者', role: 'administrator' },
        ...{ municipalityCode: null, districts: null, shelterIds: [], residentIds: [] },
        relayOfficeId: null,
      },
    );
    if (made.ok) return { loginName, oneTimePassword: made.value.oneTimePassword };
    if (made.problem.code !== 'account.name-taken') throw new ProblemError(made.problem);
  }
  throw new Error('no name was free for an administrator');
}
