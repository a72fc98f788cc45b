// Over 300 lines because one administrator's accounts are followed from the first to the last change of each.

import { beforeAll, describe, expect, test } from 'vitest';
import { accountListSchema, accountSchema, oneTimePasswordSchema } from '#contract/account';
import { startServer } from '../../server/main.ts';
import { makeDemoAccounts } from '../../server/services/accounts/demo-accounts.ts';
import { makeFirstAdministrator } from '../../server/services/accounts/first-administrator.ts';
import { serverConfig } from '../support/server-config.ts';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { Visitor } from './support/visitor.ts';

const ROKU = '00000000-0000-4000-8000-000000000006';
const OWN_PASSWORD = 'hoshi no kazu wo kazoeru';

describeApp('accounts', (bench) => {
  let admin: Visitor;
  const database = () => bench().context.database;

  /** Signs in by a one-time password, and chooses another. */
  async function enter(loginName: string, oneTimePassword: string): Promise<Visitor> {
    const visitor = new Visitor(bench().url);
    const signedIn = { loginName, password: oneTimePassword };
    expect((await visitor.send('POST', '/api/session', signedIn)).status).toBe(200);
    const change = { current: oneTimePassword, next: OWN_PASSWORD };
    expect((await visitor.send('POST', '/api/account/password', change)).status).toBe(200);
    return visitor;
  }
  const content = {
    displayName: '架空 次郎',
    role: 'fire-department',
    municipalityCode: CODE,
    districts: null,
    shelterIds: [],
    residentIds: [],
  };
  const make = async (loginName: string, more: object = {}, by = admin) =>
    by.send('POST', '/api/accounts', { loginName, ...content, ...more });
  const made = async (loginName: string, more: object = {}, by = admin) =>
    oneTimePasswordSchema.parse(await (await make(loginName, more, by)).json());
  const codeOf = async (answer: Promise<Response>) => {
    const { status, code } = (await (await answer).json()) as { status: number; code: string };
    return [status, code];
  };

  beforeAll(async () => {
    const first = await makeFirstAdministrator(database());
    admin = await enter(first?.loginName ?? '', first?.oneTimePassword ?? '');
  });

  test('the first start makes one administrator, the next ones none', async () => {
    expect(await makeFirstAdministrator(database())).toBeNull();
  });

  test.each([
    ['is disabled', `is_disabled = true`],
    ['comes by single sign-on', `password_hash = NULL, issuer = 'https://x', subject = 'x'`],
  ])('another one where the only administrator %s', async (_what, set) => {
    const administrators = `role = 'administrator' AND municipality_code IS NULL`;
    const [kept] = await database().query<Record<string, unknown>>(
      `SELECT id, password_hash AS hash FROM account WHERE ${administrators}`,
    );
    await database().query(`UPDATE account SET ${set} WHERE id = $1`, [kept?.id]);
    try {
      const both = await Promise.all([
        makeFirstAdministrator(database()),
        makeFirstAdministrator(database()),
      ]);
      expect(both.filter((made) => made !== null)).toMatchObject([{ loginName: 'admin-2' }]);
    } finally {
      await database().query(`DELETE FROM account WHERE login_name = 'admin-2'`);
      await database().query(
        `UPDATE account SET is_disabled = false, issuer = NULL, subject = NULL, password_hash = $2
         WHERE id = $1`,
        [kept?.id, kept?.hash],
      );
    }
  });

  test('an administrator sees accounts and no people', async () => {
    const { accounts } = accountListSchema.parse(await (await admin.get('/api/accounts')).json());
    expect(accounts.map(({ loginName }) => loginName)).toContain('admin');
    expect(JSON.stringify(accounts)).not.toMatch(/argon2|totp|hash/i);
    expect((await admin.get(`/api/municipalities/${CODE}/residents?limit=5`)).status).toBe(403);
  });

  test('a new account comes in by a password that has to be changed', async () => {
    const { account, oneTimePassword } = await made('jiro');
    expect(account).toMatchObject({ ...content, mustChangePassword: true, version: 1 });
    const jiro = await enter('jiro', oneTimePassword);
    expect(await (await jiro.get('/api/access')).json()).toMatchObject({
      role: 'fire-department',
      name: '架空 次郎',
    });
    const again = new Visitor(bench().url);
    const old = { loginName: 'jiro', password: oneTimePassword };
    expect((await again.send('POST', '/api/session', old)).status).toBe(401);
  });

  test.each([
    ['a name that is taken', { loginName: 'ＪＩＲＯ' }, [409, 'account.name-taken']],
    ['no municipality', { municipalityCode: null }, [422, 'account.needs-municipality']],
    ['one that is not there', { municipalityCode: '99999' }, [422, 'account.municipality-missing']],
    ['no districts', { role: 'district-organisation' }, [422, 'account.needs-districts']],
    ['a role that there is not', { role: 'root' }, [400, 'request.invalid']],
    ['a name with a blank', { loginName: 'a b' }, [400, 'request.invalid']],
  ])('refused: %s', async (_what, more, expected) => {
    expect(await codeOf(make('saburo', more))).toEqual(expected);
  });

  test('who gets another role or is disabled is out at once', async () => {
    const { account, oneTimePassword } = await made('shiro');
    const shiro = await enter('shiro', oneTimePassword);
    const path = `/api/accounts/${account.id}`;
    const patch = (body: object) => admin.send('PATCH', path, body);
    const same = { ...content, isDisabled: false };
    const renamed = await patch({ ...same, displayName: '架空 四郎', version: 1 });
    expect(accountSchema.parse(await renamed.json())).toMatchObject({ version: 2 });
    expect((await shiro.get('/api/access')).status).toBe(200);
    expect(await codeOf(patch({ ...same, version: 1 }))).toEqual([409, 'account.stale']);

    await patch({ ...same, role: 'auditor', version: 2 });
    expect((await shiro.get('/api/access')).status).toBe(401);
    const login = { loginName: 'shiro', password: OWN_PASSWORD };
    await shiro.send('POST', '/api/session', login);
    expect(await (await shiro.get('/api/access')).json()).toMatchObject({ role: 'auditor' });

    await patch({ ...same, role: 'auditor', isDisabled: true, version: 3 });
    expect((await shiro.get('/api/access')).status).toBe(401);
    expect((await shiro.send('POST', '/api/session', login)).status).toBe(401);
  });

  test('a reset ends sessions and the second factor, and issues another password', async () => {
    const { account, oneTimePassword } = await made('goro');
    const goro = await enter('goro', oneTimePassword);
    await database().query(
      `UPDATE account SET totp_secret = 'JBSWY3DPEHPK3PXP', totp_since = now() WHERE id = $1`,
      [account.id],
    );
    const path = `/api/accounts/${account.id}/reset`;
    const reset = oneTimePasswordSchema.parse(
      await (await admin.send('POST', path, { version: 1 })).json(),
    );
    expect(reset.account).toMatchObject({ hasSecondFactor: false, mustChangePassword: true });
    expect((await goro.get('/api/access')).status).toBe(401);
    await enter('goro', reset.oneTimePassword);
    expect(await codeOf(admin.send('POST', path, { version: 1 }))).toEqual([409, 'account.stale']);
  });

  test('the last administrator of the installation stays', async () => {
    const { accounts } = accountListSchema.parse(await (await admin.get('/api/accounts')).json());
    const own = accounts.find(({ loginName }) => loginName === 'admin');
    const body = { ...own, isDisabled: true };
    expect(await codeOf(admin.send('PATCH', `/api/accounts/${own?.id}`, body))).toEqual([
      409,
      'account.last-administrator',
    ]);
  });

  test('the administrator of a municipality looks after its accounts alone', async () => {
    const { oneTimePassword } = await made('local-admin', { role: 'administrator' });
    const local = await enter('local-admin', oneTimePassword);
    const listed = accountListSchema.parse(await (await local.get('/api/accounts')).json());
    expect(new Set(listed.accounts.map(({ municipalityCode }) => municipalityCode))).toEqual(
      new Set([CODE]),
    );
    expect(
      await codeOf(make('rokuro', { role: 'administrator', municipalityCode: null }, local)),
    ).toEqual([422, 'account.municipality-foreign']);
    const all = accountListSchema.parse(await (await admin.get('/api/accounts')).json());
    const top = all.accounts.find(({ loginName }) => loginName === 'admin');
    const path = `/api/accounts/${top?.id}`;
    expect((await local.send('PATCH', path, { ...top, displayName: 'x' })).status).toBe(404);
    expect((await local.send('POST', `${path}/reset`, { version: 1 })).status).toBe(404);
  });

  test('is of an office of the list where its role can be, and only of one that is there', async () => {
    const office = '00000000-0000-4000-8000-00000000f0aa';
    await database().query(
      `INSERT INTO relay_office (municipality_code, id, version, name, kind, districts, updated_by)
       VALUES ($1, $2, 1, '架空 センター', 'civic-centre', '{}', 'x')`,
      [CODE, office],
    );
    const of = { relayOfficeId: office };
    expect(await codeOf(make('officer', of))).toEqual([422, 'account.office-unfit']);
    const supporter = { role: 'supporter', relayOfficeId: ROKU };
    expect(await codeOf(make('nowhere', supporter))).toEqual([422, 'account.office-unfit']);
    const { account } = await made('counter', { ...supporter, ...of });
    expect(account.relayOfficeId).toBe(office);
    // Closed since: whoever is of it stays, and can be changed otherwise.
    await database().query('UPDATE relay_office SET closed_at = now() WHERE id = $1', [office]);
    const change = {
      ...{ ...content, ...supporter, ...of, version: account.version, isDisabled: false },
      displayName: '架空 受付',
    };
    const changed = await admin.send('PATCH', `/api/accounts/${account.id}`, change);
    expect(accountSchema.parse(await changed.json()).relayOfficeId).toBe(office);
    expect(await codeOf(make('late', { ...supporter, ...of }))).toEqual([
      422,
      'account.office-unfit',
    ]);
  });

  test('nobody else looks after accounts', async () => {
    for (const answer of [
      fetch(`${bench().url}/api/accounts`),
      fetch(`${bench().url}/api/accounts`, { method: 'POST', body: '{}' }),
    ])
      expect((await answer).status).toBe(403);
  });

  describe('of the demo', () => {
    test('one of each role, of the demo city alone, with passwords of this start', async () => {
      const accounts = await makeDemoAccounts(database(), CODE);
      expect(accounts).toHaveLength(13);
      expect(new Set(accounts.map(({ password }) => password)).size).toBe(13);
      const [first] = accounts;
      const again = await makeDemoAccounts(database(), CODE);
      const visitor = new Visitor(bench().url);
      const signIn = ({ loginName = '', password = '' } = {}) =>
        visitor.send('POST', '/api/session', { loginName, password });
      expect((await signIn(first)).status).toBe(401);
      for (const account of again) {
        expect((await signIn(account)).status).toBe(200);
        const access = await (await visitor.get('/api/access')).json();
        expect(access).toMatchObject({ role: account.role });
      }
      const rows = await database().query(
        `SELECT 1 FROM account WHERE login_name LIKE 'demo-%' AND municipality_code IS DISTINCT FROM $1`,
        [CODE],
      );
      expect(rows).toEqual([]);
    });

    const standing = (sql = '') =>
      database().query(
        `SELECT login_name, role, is_disabled, districts, shelter_ids, resident_ids FROM account
         WHERE login_name LIKE 'demo-%' ${sql} ORDER BY login_name`,
      );

    test('the next start brings them to what the city has, whatever was made of them', async () => {
      await makeDemoAccounts(database(), CODE);
      const before = await standing();
      await database().query(
        `UPDATE account SET role = 'auditor', is_disabled = true, districts = '{x}',
           shelter_ids = '{S9}', resident_ids = ARRAY[$1::uuid] WHERE login_name LIKE 'demo-%'`,
        [ROKU],
      );
      await makeDemoAccounts(database(), CODE);
      expect(await standing()).toEqual(before);
    });

    test('a start ends their sessions, and one without the demo closes them', async () => {
      const { databaseConfig } = bench().context.settings;
      const visitor = new Visitor(bench().url);
      const enterDemo = async () => {
        const [first] = await makeDemoAccounts(database(), CODE);
        return visitor.send('POST', '/api/session', {
          ...{ loginName: first?.loginName, password: first?.password },
        });
      };
      expect((await enterDemo()).status).toBe(200);
      await makeDemoAccounts(database(), CODE);
      expect((await visitor.get('/api/access')).status).toBe(401);

      expect((await enterDemo()).status).toBe(200);
      const server = await startServer(serverConfig(databaseConfig));
      await server.close();
      expect((await visitor.get('/api/access')).status).toBe(401);
      expect(await standing('AND NOT is_disabled')).toEqual([]);
      const noted = await database().query(
        `SELECT 1 FROM audit_entry WHERE details ->> 'why' = 'without-demo'`,
      );
      expect(noted).toHaveLength(13);
      // What ends with it ends for good: not until the next start with the demo alone.
      const { cookie } = visitor;
      expect((await enterDemo()).status).toBe(200);
      visitor.cookie = cookie;
      expect((await visitor.get('/api/access')).status).toBe(401);
    });
  });

  test('role, municipality and districts of single sign-on are not changed here', async () => {
    const { account } = await made('sso-like');
    await database().query(
      `UPDATE account SET password_hash = NULL, issuer = 'https://x', subject = 'y' WHERE id = $1`,
      [account.id],
    );
    const patch = (body: object) =>
      admin.send('PATCH', `/api/accounts/${account.id}`, { ...account, ...body });
    for (const body of [
      { role: 'auditor' },
      { districts: ['山手'] },
      { role: 'administrator', municipalityCode: null },
    ])
      expect(await codeOf(patch(body))).toEqual([422, 'account.granted-elsewhere']);
    const stopped = await patch({ shelterIds: ['S1'], isDisabled: true });
    expect(accountSchema.parse(await stopped.json())).toMatchObject({ isDisabled: true });
  });

  test('a line says what an account reached and reaches, and none what did not happen', async () => {
    const { account } = await made('shichiro', { residentIds: [ROKU] });
    const lines = async () =>
      (
        await database().query<{ line: string; details: unknown }>(
          `SELECT action || ' ' || municipality_code AS line, details FROM audit_entry
           WHERE details ->> 'account' = $1 ORDER BY at, municipality_code`,
          [account.id],
        )
      ).map(({ line, details }) => [line.trim(), details]);
    const { role, municipalityCode, districts, shelterIds, residentIds, relayOfficeId } = account;
    const standing = { role, municipalityCode, districts, shelterIds, residentIds };
    const first = { ...standing, relayOfficeId, isDisabled: false };
    const created = [`account.create ${CODE}`, { account: account.id, now: first }];
    expect(await lines()).toEqual([created]);

    const path = `/api/accounts/${account.id}`;
    await database().query('UPDATE account SET version = 2 WHERE id = $1', [account.id]);
    expect((await admin.send('PATCH', path, { ...account, role: 'auditor' })).status).toBe(409);
    expect((await admin.send('POST', `${path}/reset`, { version: 1 })).status).toBe(409);
    expect((await make('shichiro')).status).toBe(409);
    expect(await lines()).toEqual([created]);

    const now = { ...first, role: 'administrator', municipalityCode: null, residentIds: [] };
    const moved = await admin.send('PATCH', path, { ...account, ...now, version: 2 });
    expect(moved.status).toBe(200);
    const details = { account: account.id, former: first, now };
    expect(await lines()).toEqual([
      created,
      ['account.change', details],
      [`account.change ${CODE}`, details],
    ]);
  });

  test('what was done to accounts stands in the log', async () => {
    const lines = await database().query<{ action: string; name: string }>(
      `SELECT action, name FROM audit_entry WHERE action LIKE 'account.%'`,
    );
    for (const action of ['account.create', 'account.change', 'account.reset', 'account.password'])
      expect(lines.map((line) => line.action)).toContain(action);
    expect(lines.some(({ name }) => name === '管理者')).toBe(true);
  });
});
