import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Grant } from '#domain/access/claim-grant';
import { SYSTEM } from '../../../server/db/actor.ts';
import { insertAccount, listAccounts } from '../../../server/db/queries/accounts/accounts.ts';
import { findSession } from '../../../server/db/queries/accounts/sessions.ts';
import { admitVouched } from '../../../server/services/accounts/admit-vouched.ts';
import type { VouchedPerson } from '../../../server/services/accounts/oidc.ts';
import { openSession } from '../../../server/services/accounts/open-session.ts';
import { hashOf } from '../../../server/services/accounts/token-hash.ts';
import { createMunicipality } from '../../../server/services/create-municipality.ts';
import {
  canTest,
  createTestDatabase,
  DATABASE_KINDS,
  type TestDatabase,
} from '../../support/database.ts';

const CODE = '99903';
const OFFICER: Grant = {
  role: 'disaster-officer',
  municipalityCode: CODE,
  districts: null,
  shelterIds: null,
};
const IN_DISTRICT: Grant = { ...OFFICER, role: 'district-organisation', districts: ['山手'] };
const LIMITS = { idleMinutes: 30, hours: 12 };

const person = (subject: string, grant = OFFICER, userName = subject): VouchedPerson => ({
  issuer: 'https://login.city.example',
  subject,
  userName,
  displayName: `架空 ${subject}`,
  grant,
  goTo: '/',
});

const postgisUrl = inject('postgisUrl');
for (const kind of DATABASE_KINDS)
  describe.skipIf(!canTest(kind, postgisUrl))(`accounts of single sign-on (${kind})`, () => {
    let bench: TestDatabase;
    beforeAll(async () => {
      bench = await createTestDatabase(kind, postgisUrl);
      const context = { database: bench.database, actor: SYSTEM, today: '2026-11-24' };
      await createMunicipality(context, CODE, '架空市');
    });
    afterAll(() => bench.remove());

    const admit = async (vouched: VouchedPerson) => {
      const admitted = await admitVouched(bench.database, vouched);
      if (!admitted.ok) throw new Error(admitted.problem.en);
      return admitted.value;
    };
    const accountOf = async (id: string) =>
      (await listAccounts(bench.database, null)).find((account) => account.id === id);

    test('an account is made once, and known again by the subject, not by the name', async () => {
      const first = await admit(person('hanako'));
      expect(first).toMatchObject({ isNew: true });
      expect(await accountOf(first.accountId)).toMatchObject({
        loginName: 'sso:hanako',
        displayName: '架空 hanako',
        role: 'disaster-officer',
        municipalityCode: CODE,
        isLocal: false,
        lastSignInAt: expect.any(Date),
      });
      const married = { ...person('hanako', OFFICER, 'new-name'), displayName: '見本 花子' };
      expect(await admit(married)).toEqual({ ...first, isNew: false, isChanged: false });
      expect(await accountOf(first.accountId)).toMatchObject({ displayName: '見本 花子' });
    });

    test('whoever inherits a name gets an account of their own', async () => {
      const former = await admit(person('left', OFFICER, 'shared'));
      const later = await admit(person('came', OFFICER, 'shared'));
      expect(later.accountId).not.toBe(former.accountId);
      expect((await accountOf(later.accountId))?.loginName).toMatch(/^sso:shared:[0-9a-f]{12}$/);
    });

    test('a local account of the same name stays another one', async () => {
      const local = {
        ...{ id: randomUUID(), loginName: 'admin', loginKey: 'admin', displayName: '管理者' },
        ...({ role: 'administrator', municipalityCode: null, districts: null } as const),
        ...{ shelterIds: [], residentIds: [], passwordHash: 'x', mustChangePassword: false },
        passwordDays: null,
      };
      expect(await insertAccount(bench.database, local)).toBe(true);
      const admitted = await admit(person('admin'));
      expect(admitted.accountId).not.toBe(local.id);
      expect(await accountOf(local.id)).toMatchObject({ role: 'administrator', isLocal: true });
    });

    test('two windows at once make one account', async () => {
      const both = await Promise.all([admit(person('twice')), admit(person('twice'))]);
      expect(new Set(both.map(({ accountId }) => accountId)).size).toBe(1);
    });

    test('another role takes effect at once and ends sessions; what was assigned goes with it', async () => {
      const { accountId } = await admit(person('moves'));
      const { token } = await openSession(bench.database, {
        ...{ accountId, userAgent: 'x', address: null, secondFactor: true },
      });
      await bench.database.query(`UPDATE account SET shelter_ids = '{S1}' WHERE id = $1`, [
        accountId,
      ]);
      expect(await admit(person('moves'))).toMatchObject({ isChanged: false });
      expect((await accountOf(accountId))?.shelterIds).toEqual(['S1']);
      expect(await findSession(bench.database, hashOf(token), LIMITS)).not.toBeNull();

      expect(await admit(person('moves', IN_DISTRICT))).toMatchObject({ isChanged: true });
      expect(await accountOf(accountId)).toMatchObject({
        role: 'district-organisation',
        districts: ['山手'],
        shelterIds: [],
        version: 2,
      });
      expect(await findSession(bench.database, hashOf(token), LIMITS)).toBeNull();
    });

    test('one that was disabled here stays out, and nothing of it changes', async () => {
      const { accountId } = await admit(person('out'));
      await bench.database.query('UPDATE account SET is_disabled = true WHERE id = $1', [
        accountId,
      ]);
      expect(await admitVouched(bench.database, person('out', IN_DISTRICT))).toMatchObject({
        ok: false,
        problem: { code: 'sso.disabled' },
      });
      expect(await accountOf(accountId)).toMatchObject({ role: 'disaster-officer' });
    });

    test('a municipality that is not entered is said, not a fault', async () => {
      const elsewhere = person('far', { ...OFFICER, municipalityCode: '34100' });
      expect(await admitVouched(bench.database, elsewhere)).toMatchObject({
        ok: false,
        problem: { code: 'sso.municipality-missing' },
      });
    });
  });
