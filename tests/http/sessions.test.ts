// Over 300 lines because the ways in are one story: right and wrong, delayed, second factor, and out again.
import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { sessionListSchema, sessionViewSchema } from '#contract/account';
import { hashPassword } from '../../server/services/accounts/passwords.ts';
import { signedIn } from '../support/signed-in.ts';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { Visitor } from './support/visitor.ts';

const PASSWORD = 'kawa no nagare wo miru';
const NEXT = 'yama no kage ga nobiru';

describeApp('sessions', (bench) => {
  let visitor: Visitor;
  let loginName: string;
  const query = (sql: string, parameters?: unknown[]) =>
    bench().context.database.query<Record<string, unknown>>(sql, parameters);
  const codeOf = (secret: string, stepsLater = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: bench().context.clock().getTime() + stepsLater * 30_000,
    });

  /** A welfare officer with a password, as whom nobody is signed in. */
  async function newAccount(more = ''): Promise<string> {
    const { accountId } = await signedIn(
      bench().context.database,
      'welfare-officer',
      CODE,
      '架空 福祉',
    );
    const [row] = await query(
      `UPDATE account SET password_hash = $2 ${more} WHERE id = $1 RETURNING login_name AS name`,
      [accountId, await hashPassword(PASSWORD)],
    ).then(() => query('SELECT login_name AS name FROM account WHERE id = $1', [accountId]));
    return String(row?.name);
  }
  const signIn = (password = PASSWORD, name = loginName) =>
    visitor.send('POST', '/api/session', { loginName: name, password });
  const statuses = async (answers: Promise<Response>[]) =>
    (await Promise.all(answers)).map(({ status }) => status);

  beforeAll(async () => {
    loginName = await newAccount();
  });
  const begin = () => {
    visitor = new Visitor(bench().url);
  };

  test('nobody: the door is open to ask, and nothing else is', async () => {
    begin();
    const view = sessionViewSchema.parse(await (await visitor.get('/api/session')).json());
    expect(view).toEqual({
      ...{ account: null, needsSecondFactor: false, demoAccounts: [], sso: null, idleMinutes: 30 },
    });
    for (const path of ['/api/municipalities', '/api/sessions', '/api/accounts', '/api/access']) {
      const answer = await visitor.get(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.json()).toMatchObject({ code: 'session.none' });
    }
  });

  test('the right pair opens a session, in a cookie that scripts cannot read', async () => {
    begin();
    const answer = await signIn();
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^michishirube_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(sessionViewSchema.parse(await answer.json()).account).toMatchObject({
      ...{ loginName, role: 'welfare-officer', municipalityCode: CODE, mustChangePassword: false },
    });
    expect((await visitor.get(`/api/municipalities/${CODE}/summary`)).status).toBe(200);
    const [{ count } = {}] = await query('SELECT count(*) FROM session WHERE id = $1', [
      /=([\w-]+);/.exec(cookie)?.[1],
    ]);
    expect(count).toBe(0);
  });

  test('the name is taken in capitals and full width as well', async () => {
    begin();
    expect((await signIn(PASSWORD, ` ${loginName.toUpperCase()} `)).status).toBe(200);
  });

  test('a wrong password, no such account, a disabled one and one without a password answer alike', async () => {
    begin();
    const disabled = await newAccount(', is_disabled = true');
    const expired = await newAccount(`, password_expires_at = now() - interval '1 day'`);
    const bodies = [];
    for (const name of [loginName, 'nobody-of-that-name', disabled, expired]) {
      const password = name === loginName ? 'something else entirely' : PASSWORD;
      const answer = await signIn(password, name);
      const { requestId: _, ...body } = (await answer.json()) as Record<string, unknown>;
      bodies.push({ status: answer.status, cookie: answer.headers.get('set-cookie'), body });
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ status: 401, cookie: null, body: { code: 'session.wrong' } });
  });

  test('after wrong attempts one waits: the account, whether it is there or not', async () => {
    begin();
    const other = await newAccount();
    for (const name of [other, 'nobody-of-this-name']) {
      for (let attempt = 0; attempt < 5; attempt += 1) await signIn('wrong', name);
      const answer = await signIn(PASSWORD, name);
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toMatch(/^[12]$/);
      expect(await answer.json()).toMatchObject({ code: 'session.delayed', seconds: 2 });
    }
    expect((await signIn()).status).toBe(200);
    await query(`UPDATE sign_in_failure SET delayed_until = now()`);
    expect((await signIn(PASSWORD, other)).status).toBe(200);
  });

  test('many guesses at once learn no more than a few: a right one among them is not told', async () => {
    begin();
    const other = await newAccount();
    const guesses = Array.from({ length: 20 }, () => signIn('wrong', other));
    const tally = await statuses(guesses);
    expect(tally.filter((status) => status === 401).length).toBeLessThanOrEqual(6);
    expect(tally.filter((status) => status === 429).length).toBeGreaterThanOrEqual(14);
    expect((await signIn(PASSWORD, other)).status).toBe(429);
    await query('DELETE FROM sign_in_failure');
  });

  test('many who are right at once all come in', async () => {
    const visitors = Array.from({ length: 12 }, () => new Visitor(bench().url));
    const typed = { loginName, password: PASSWORD };
    expect(
      new Set(await statuses(visitors.map((one) => one.send('POST', '/api/session', typed)))),
    ).toEqual(new Set([200]));
  });

  test('what changes something needs the header that other sites cannot send', async () => {
    begin();
    await signIn();
    const answer = await fetch(`${bench().url}/api/session`, {
      method: 'DELETE',
      headers: { cookie: visitor.cookie, 'x-michishirube': '' },
    });
    expect(answer.status).toBe(403);
    expect((await visitor.get('/api/access')).status).toBe(200);
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await visitor.send('DELETE', '/api/session', {}, headers)).status).toBe(403);
  });

  test('signing out ends it for whoever has the cookie', async () => {
    begin();
    await signIn();
    const { cookie } = visitor;
    expect((await visitor.send('DELETE', '/api/session')).status).toBe(200);
    expect(visitor.cookie).toBe('');
    visitor.cookie = cookie;
    expect((await visitor.get('/api/access')).status).toBe(401);
  });

  test('a late answer to a token that is dead leaves the cookie of now alone', async () => {
    begin();
    await signIn();
    await visitor.send('DELETE', '/api/session');
    for (const path of ['/api/session', '/api/access']) {
      const answer = await visitor.get(path, {
        cookie: `michishirube_session=${'A'.repeat(43)}`,
      });
      expect([path, answer.headers.getSetCookie()]).toEqual([path, []]);
    }
  });

  test('another token at each sign-in: one that was planted is worth nothing', async () => {
    begin();
    visitor.cookie = `michishirube_session=${'A'.repeat(43)}`;
    await signIn();
    expect(visitor.cookie).not.toContain('AAAA');
    const first = visitor.cookie;
    await signIn();
    expect(visitor.cookie).not.toBe(first);
    visitor.cookie = first;
    expect((await visitor.get('/api/access')).status).toBe(401);
  });

  test('a cookie that was copied to another program ends the session', async () => {
    begin();
    await signIn();
    expect((await visitor.get('/api/access', { 'user-agent': 'Thief/1.0' })).status).toBe(401);
    expect((await visitor.get('/api/access')).status).toBe(401);
  });

  describe('time', () => {
    const age = (column: string, interval: string) =>
      query(
        `UPDATE session SET ${column} = now() - interval '${interval}'
         WHERE account_id = (SELECT id FROM account WHERE login_name = $1)`,
        [loginName],
      );
    test.each([
      ['last_seen_at', '29 minutes', 200],
      ['last_seen_at', '31 minutes', 401],
      ['begun_at', '11 hours', 200],
      ['begun_at', '13 hours', 401],
    ])('%s %s ago: %i', async (column, interval, status) => {
      begin();
      await signIn();
      await age(column, interval);
      expect((await visitor.get('/api/access')).status).toBe(status);
    });

    test('a request keeps it open', async () => {
      begin();
      await signIn();
      await age('last_seen_at', '20 minutes');
      await visitor.get('/api/access');
      const [row] = await query(
        `SELECT max(last_seen_at) > now() - interval '1 minute' AS is FROM session
         JOIN account a ON a.id = account_id WHERE login_name = $1`,
        [loginName],
      );
      expect(row?.is).toBe(true);
    });
  });

  test('one sees the own sessions and ends another; those of others are not there', async () => {
    begin();
    const name = await newAccount();
    await query(
      'DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE login_name = $1)',
      [name],
    );
    await signIn(PASSWORD, name);
    const elsewhere = new Visitor(bench().url);
    await elsewhere.send('POST', '/api/session', { loginName: name, password: PASSWORD });
    const { sessions } = sessionListSchema.parse(await (await visitor.get('/api/sessions')).json());
    expect(sessions.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id;
    const stranger = new Visitor(bench().url);
    await stranger.send('POST', '/api/session', { loginName, password: PASSWORD });
    expect((await stranger.send('DELETE', `/api/sessions/${other}`)).status).toBe(404);
    expect((await elsewhere.get('/api/access')).status).toBe(200);
    expect((await visitor.send('DELETE', `/api/sessions/${other}`)).status).toBe(200);
    expect((await elsewhere.get('/api/access')).status).toBe(401);
  });

  test('a password is changed by the former one; every other session ends', async () => {
    begin();
    const name = await newAccount();
    await signIn(PASSWORD, name);
    const elsewhere = new Visitor(bench().url);
    await elsewhere.send('POST', '/api/session', { loginName: name, password: PASSWORD });
    const change = async (current: string, next: string) => {
      const answer = await visitor.send('POST', '/api/account/password', { current, next });
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    };
    expect(await change('wrong', NEXT)).toEqual([422, 'account.password-wrong']);
    expect(await change(PASSWORD, 'short')).toEqual([422, 'password.too-short']);
    expect(await change(PASSWORD, 'qwerty123456')).toEqual([422, 'password.known']);
    expect(await change(PASSWORD, PASSWORD)).toEqual([422, 'password.same']);
    expect(await change(PASSWORD, NEXT)).toEqual([200, undefined]);
    expect((await visitor.get('/api/access')).status).toBe(200);
    expect((await elsewhere.get('/api/access')).status).toBe(401);
    begin();
    expect((await signIn(PASSWORD, name)).status).toBe(401);
    expect((await signIn(NEXT, name)).status).toBe(200);
  });

  test('with a one-time password nothing is answered but its change', async () => {
    begin();
    const name = await newAccount(', must_change_password = true');
    const view = sessionViewSchema.parse(await (await signIn(PASSWORD, name)).json());
    expect(view.account?.mustChangePassword).toBe(true);
    const answer = await visitor.get(`/api/municipalities/${CODE}/summary`);
    expect(await answer.json()).toMatchObject({ code: 'session.password-change', status: 403 });
    const body = { current: PASSWORD, next: NEXT };
    expect((await visitor.send('POST', '/api/account/password', body)).status).toBe(200);
    expect((await visitor.get(`/api/municipalities/${CODE}/summary`)).status).toBe(200);
  });

  test('a second factor: set up by its first code, asked for, and each code good once', async () => {
    begin();
    const name = await newAccount();
    await signIn(PASSWORD, name);
    const started = await visitor.send('POST', '/api/account/second-factor/begin');
    const { secret, uri, qrSvg } = (await started.json()) as Record<string, string>;
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(qrSvg).toMatch(/^<svg/);
    const confirm = (code: string) =>
      visitor.send('POST', '/api/account/second-factor/confirm', { code });
    expect((await confirm('000000')).status).toBe(401);
    const confirmed = await confirm(codeOf(`${secret}`, -1));
    expect(confirmed.status).toBe(200);
    // Whoever reads the database makes no codes.
    const [kept] = await query('SELECT a::text AS row FROM account a WHERE login_name = $1', [
      name,
    ]);
    expect(kept?.row).toMatch(/v1\.[0-9a-f]{8}\./);
    expect(kept?.row).not.toContain(secret);
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
    expect(new Set(recoveryCodes).size).toBe(10);

    begin();
    const half = sessionViewSchema.parse(await (await signIn(PASSWORD, name)).json());
    expect(half).toMatchObject({ account: null, needsSecondFactor: true });
    expect((await visitor.get(`/api/municipalities/${CODE}/summary`)).status).toBe(401);
    const prove = (code: string) => visitor.send('POST', '/api/session/second-factor', { code });
    expect((await prove(codeOf(`${secret}`, -1))).status).toBe(401);
    const former = visitor.cookie;
    expect((await prove(codeOf(`${secret}`))).status).toBe(200);
    expect(visitor.cookie).not.toBe(former);
    expect((await visitor.get(`/api/municipalities/${CODE}/summary`)).status).toBe(200);

    for (const [code, status] of [
      [codeOf(`${secret}`), 401],
      [recoveryCodes[0]?.toUpperCase().replaceAll('-', ' ') ?? '', 200],
      [recoveryCodes[0] ?? '', 401],
    ] as const) {
      begin();
      await signIn(PASSWORD, name);
      expect((await prove(code)).status).toBe(status);
    }

    begin();
    await signIn(PASSWORD, name);
    await prove(recoveryCodes[1] ?? '');
    const remove = (password: string) =>
      visitor.send('DELETE', '/api/account/second-factor', { password });
    expect((await remove('wrong')).status).toBe(422);
    expect((await remove(PASSWORD)).status).toBe(200);
    begin();
    expect(
      sessionViewSchema.parse(await (await signIn(PASSWORD, name)).json()).needsSecondFactor,
    ).toBe(false);
  });

  test('codes of the second factor are delayed like passwords', async () => {
    begin();
    const name = await newAccount(`, totp_secret = 'v1.00000000.xx', totp_since = now()`);
    await signIn(PASSWORD, name);
    const tally: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      tally.push(
        (await visitor.send('POST', '/api/session/second-factor', { code: '123456' })).status,
      );
    expect(tally).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('sign-ins, failures and ends stand in the log, and no password or name that was typed', async () => {
    begin();
    await signIn('a wrong one that nobody shall read', 'hunter2-typed-as-name');
    await signIn();
    await visitor.send('DELETE', '/api/session');
    const lines = await query('SELECT action, name, address, details FROM audit_entry');
    const actions = lines.map(({ action }) => action);
    for (const action of ['session.begin', 'session.fail', 'session.end', 'account.password'])
      expect(actions).toContain(action);
    const text = JSON.stringify(lines) + bench().log.join('');
    for (const secret of ['nobody shall read', 'hunter2', PASSWORD, NEXT])
      expect(text).not.toContain(secret);
  });
});
