import { randomUUID } from 'node:crypto';
import type { DemoAccount } from '#contract/account';
import { ROLE_LABELS, ROLES, type Role } from '#domain/access/roles';
import type { Database } from '../../db/database.ts';
import { findAccountByName, insertAccount } from '../../db/queries/accounts/accounts.ts';
import { resetCredentials } from '../../db/queries/accounts/credentials.ts';
import { demoReach } from '../../db/queries/accounts/demo-reach.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';

/** Made-up people, one of each role. */
const NAMES: Readonly<Record<Role, string>> = {
  administrator: '架空 管理',
  'disaster-officer': '架空 防災',
  'welfare-officer': '架空 福祉',
  'fire-department': '架空 消防',
  'drill-coordinator': '架空 訓練',
  'district-organisation': '架空 地区会長',
  'welfare-shelter': '架空 施設長',
  supporter: '架空 支援',
  auditor: '架空 監査',
};

/**
 * One account of each role of the demo city, each with a password that was made now: nobody knows those of
 * former starts, so that the accounts are no way in where the demo is not shown. All of them, the
 * administrator too, reach the demo city alone.
 */
export async function makeDemoAccounts(
  database: Database,
  municipalityCode: string,
): Promise<DemoAccount[]> {
  const reach = await demoReach(database, municipalityCode);
  const accounts: DemoAccount[] = [];
  for (const role of ROLES) {
    const loginName = `demo-${role}`;
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    const displayName = `${NAMES[role]}(${ROLE_LABELS[role].ja})`;
    const former = await findAccountByName(database, loginName);
    if (former === null)
      await insertAccount(database, {
        ...{ id: randomUUID(), loginName, loginKey: loginName, displayName, role },
        ...{ municipalityCode, passwordHash, mustChangePassword: false, passwordDays: null },
        districts: role === 'district-organisation' ? reach.districts : null,
        shelterIds: role === 'welfare-shelter' ? reach.shelterIds : [],
        residentIds: role === 'supporter' ? reach.residentIds : [],
      });
    // What a visitor made of it stays; only the way in is a new one.
    else await resetCredentials(database, former.id, former.version, passwordHash, null, false);
    accounts.push({ loginName, password, role: former?.role ?? role, displayName });
  }
  return accounts;
}
