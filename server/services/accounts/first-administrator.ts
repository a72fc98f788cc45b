import { SYSTEM } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { listAccounts } from '../../db/queries/accounts/accounts.ts';
import { THIS_MACHINE } from '../audit/record-access.ts';
import { createAccount } from './manage-accounts.ts';

const LOGIN_NAME = 'admin';

/**
 * Where nobody can look after accounts yet, makes one administrator.
 *
 * @returns name and one-time password, to be told once to whoever starts the program; null where there is one
 */
export async function makeFirstAdministrator(
  database: Database,
): Promise<{ readonly loginName: string; readonly oneTimePassword: string } | null> {
  const accounts = await listAccounts(database, null);
  const isThere = accounts.some(
    ({ role, municipalityCode }) => role === 'administrator' && municipalityCode === null,
  );
  if (isThere) return null;
  const made = await createAccount(
    { database, actor: SYSTEM, origin: THIS_MACHINE },
    {
      ...{ loginName: LOGIN_NAME, displayName: '管理者', role: 'administrator' },
      ...{ municipalityCode: null, districts: null, shelterIds: [], residentIds: [] },
    },
  );
  // Another process that starts at the same time made it, and told it.
  return made.ok
    ? { loginName: made.value.account.loginName, oneTimePassword: made.value.oneTimePassword }
    : null;
}
