import { randomUUID } from 'node:crypto';
import type { DemoAccount } from '#contract/account';
import { ROLES, type Role } from '#domain/access/roles';
import { SYSTEM, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  type AccountReach,
  disableAccounts,
  findAccountByName,
  insertAccount,
  updateAccount,
} from '../../db/queries/accounts/accounts.ts';
import { resetCredentials } from '../../db/queries/accounts/credentials.ts';
import { type DemoReach, demoReach } from '../../db/queries/accounts/demo-reach.ts';
import { removeSessionsOf } from '../../db/queries/accounts/sessions.ts';
import { THIS_MACHINE } from '../audit/record-access.ts';
import { DEMO_OFFICES, makeDemoOffices } from '../relay/demo-offices.ts';
import { appendOfAccount } from './account-audit.ts';
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

const loginNameOf = (role: Role): string => `demo-${role}`;

/**
 * One account of each role of the demo city and of each of its offices, each with a password that was made now, and without the
 * sessions of former starts. All of them, the administrator too, reach the demo city alone, and what the
 * city has now: whatever a visitor made of them.
 */
export async function makeDemoAccounts(
  database: Database,
  municipalityCode: string,
): Promise<DemoAccount[]> {
  const reach = await demoReach(database, municipalityCode);
  await withActor(database, SYSTEM, municipalityCode, (tx) =>
    makeDemoOffices(tx, municipalityCode),
  );
  const accounts: DemoAccount[] = [];
  for (const { loginName, ...one } of [...ofRoles(reach), ...ofOffices(reach)]) {
    const { role, displayName } = one;
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    const content = { ...one, municipalityCode };
    await database.transaction(async (tx) => {
      const former = await findAccountByName(tx, loginName);
      if (former === null) {
        const fresh = { id: randomUUID(), loginName, loginKey: loginName, passwordHash };
        const forGood = { mustChangePassword: false, passwordDays: null };
        await insertAccount(tx, { ...content, ...fresh, ...forGood });
        return;
      }
      const { id, version } = former;
      await updateAccount(tx, id, version, { ...content, isDisabled: false });
      await resetCredentials(tx, id, version + 1, passwordHash, null, false);
      await removeSessionsOf(tx, id);
    });
    accounts.push({ loginName, password, role, displayName });
  }
  return accounts;
}

interface DemoPerson extends Omit<AccountReach, 'municipalityCode'> {
  readonly loginName: string;
}

const ofRoles = (reach: DemoReach): DemoPerson[] =>
  ROLES.map((role) => ({
    loginName: loginNameOf(role),
    // The role stands beside it wherever it is shown.
    displayName: NAMES[role],
    role,
    districts: role === 'district-organisation' ? reach.districts : null,
    shelterIds: role === 'welfare-shelter' ? reach.shelterIds : [],
    residentIds: role === 'supporter' ? reach.residentIds : [],
  }));

/** Those that relay sheets are written by and to as themselves. */
const ofOffices = (reach: DemoReach): DemoPerson[] =>
  DEMO_OFFICES.map(({ id, loginName, displayName, role, isLocal }) => ({
    ...{ loginName, displayName, role, relayOfficeId: id, shelterIds: [], residentIds: [] },
    districts:
      role === 'district-organisation' ? (isLocal ? reach.districts : reach.allDistricts) : null,
  }));

/** Where the demo is not shown its accounts are no way in, whoever learned or chose a password of theirs. */
export async function closeDemoAccounts(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    const names = [...ROLES.map(loginNameOf), ...DEMO_OFFICES.map(({ loginName }) => loginName)];
    const closed = await disableAccounts(tx, names);
    for (const { id } of closed) await removeSessionsOf(tx, id);
    const details = { isDisabled: true, why: 'without-demo' };
    for (const account of closed)
      await appendOfAccount(tx, SYSTEM, THIS_MACHINE, 'account.change', account, details);
  });
}
