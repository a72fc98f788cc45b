import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionViewSchema, signedOutSchema } from '#contract/account';
import { problemSchema } from '#contract/common';
import { residentPageSchema } from '#contract/resident';
import type { Grant } from '#domain/access/claim-grant';
import { createApp } from '../../server/app.ts';
import type { OidcSettings } from '../../server/config-oidc.ts';
import { SYSTEM } from '../../server/db/actor.ts';
import { type AppContext, createContext } from '../../server/http/context.ts';
import { saveConsent } from '../../server/services/consents.ts';
import { CookieJar } from '../support/cookie-jar.ts';
import { startProvider, type TestProvider } from '../support/oidc-provider.ts';
import { signedIn } from '../support/signed-in.ts';
import { CODE } from './support/city.ts';
import { describeApp, TODAY } from './support/http-bench.ts';

const OFFICER: Grant = {
  role: 'disaster-officer',
  municipalityCode: CODE,
  districts: null,
  shelterIds: null,
};
const IN_DISTRICT: Grant = { ...OFFICER, role: 'district-organisation', districts: ['山手'] };
const PEOPLE = {
  hanako: { name: '架空 花子', preferred_username: 'k.hanako', roles: ['bousai'] },
  taro: { name: '見本 太郎', preferred_username: 'm.taro', roles: ['staff'] },
  jiro: { name: '例 次郎', preferred_username: 'r.jiro', roles: ['yamate'] },
};
const PAGE = { Accept: 'text/html,application/xhtml+xml', 'Accept-Language': 'en' };

describeApp('single sign-on', (bench) => {
  let provider: TestProvider;
  let settings: OidcSettings;
  const opened: { server: Server; context: AppContext }[] = [];

  /** The same town behind an application that trusts the provider. */
  async function open(more: Partial<AppContext['settings']> = {}): Promise<string> {
    const { context: plain } = bench();
    const context = createContext(
      plain.database,
      { ...plain.settings, oidc: settings, ...more },
      plain.logger,
    );
    const server = createServer(createApp(context)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    opened.push({ server, context });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  beforeAll(async () => {
    provider = await startProvider({ people: PEOPLE });
    settings = provider.settings(bench().dataDir, {
      roles: new Map([
        ['bousai', OFFICER],
        ['yamate', IN_DISTRICT],
      ]),
    });
  });
  afterAll(async () => {
    for (const { server, context } of opened) {
      await context.stop();
      server.closeAllConnections();
      server.close();
    }
    await provider.stop();
  });

  const begin = async (url: string, browser: CookieJar, to = '/') => {
    const start = await browser.fetch(`${url}/api/sso/start?to=${encodeURIComponent(to)}`);
    expect(start.status).toBe(302);
    return start.headers.get('Location') ?? '';
  };
  const signIn = async (url: string, browser: CookieJar, login: string, headers = {}, to = '/') => {
    const back = await provider.signIn(await begin(url, browser, to), login);
    return browser.fetch(back.href, { headers });
  };
  const whoAmI = async (url: string, browser: CookieJar) =>
    sessionViewSchema.parse(await (await browser.fetch(`${url}/api/session`)).json());

  test('there and back: the session is open, and the page that was wanted comes', async () => {
    const url = await open();
    const browser = new CookieJar();
    expect(await whoAmI(url, browser)).toMatchObject({
      account: null,
      sso: { label: settings.label },
    });
    const back = await signIn(url, browser, 'hanako', PAGE, '/people?tier=1');
    expect([back.status, back.headers.get('Location')]).toEqual([302, '/people?tier=1']);
    expect(back.headers.get('Cache-Control')).toBe('no-store');
    const [gone, session] = back.headers.getSetCookie();
    expect(gone).toMatch(/^michishirube_sso=;.*Max-Age=0/);
    expect(session).toMatch(/^michishirube_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await whoAmI(url, browser)).toMatchObject({
      account: {
        displayName: '架空 花子',
        role: 'disaster-officer',
        municipalityCode: CODE,
        mustChangePassword: false,
        isLocal: false,
      },
      needsSecondFactor: false,
    });
    const list = await browser.fetch(`${url}/api/municipalities/${CODE}/residents`);
    expect(list.status).toBe(200);
  });

  test('a district organisation sees its district alone', async () => {
    const url = await open();
    const browser = new CookieJar();
    await signIn(url, browser, 'jiro');
    expect((await whoAmI(url, browser)).account).toMatchObject({ districts: ['山手'] });
    const { database } = bench().context;
    const agreed = await database.query<{ id: string; number: string }>(
      `SELECT id, roster_number AS number FROM resident WHERE roster_number IN ('001', '007')`,
    );
    expect(agreed).toHaveLength(2);
    for (const { id } of agreed) {
      const saved = await saveConsent(
        { database, actor: SYSTEM, today: TODAY },
        CODE,
        { residentId: id, purpose: 'roster' },
        {
          ...{ version: 0, state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空 説明者' },
          ...{ onPaper: true, shelterIds: [] },
        },
      );
      expect(saved.ok).toBe(true);
    }
    const list = await browser.fetch(`${url}/api/municipalities/${CODE}/residents`);
    const { rows } = residentPageSchema.parse(await list.json());
    expect(rows.map(({ rosterNumber, district }) => [rosterNumber, district])).toEqual([
      ['001', '山手'],
    ]);
    expect((await browser.fetch(`${url}/api/accounts`)).status).toBe(403);
  });

  test('the session that the browser had before is over', async () => {
    const url = await open();
    const browser = new CookieJar();
    await signIn(url, browser, 'hanako');
    const former = browser.header;
    await signIn(url, browser, 'hanako');
    expect(browser.header).not.toBe(former);
    const old = await fetch(`${url}/api/session`, { headers: { Cookie: former } });
    expect(sessionViewSchema.parse(await old.json()).account).toBeNull();
  });

  test('without a role: 403 in words, for people and for programs, and no session', async () => {
    const url = await open();
    const browser = new CookieJar();
    const refused = await signIn(url, browser, 'taro', PAGE);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('Content-Type')).toContain('text/html');
    expect(refused.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
    expect(await refused.text()).toContain('no role of this system is assigned to you');
    const told = await signIn(url, new CookieJar(), 'taro', { Accept: 'application/json' });
    expect(problemSchema.parse(await told.json()).code).toBe('sso.no-role');
    expect((await whoAmI(url, browser)).account).toBeNull();
  });

  test('an answer that another browser began is not taken, nor one under a wrong state', async () => {
    const url = await open();
    const [mine, others] = [new CookieJar(), new CookieJar()];
    const back = await provider.signIn(await begin(url, others), 'hanako');
    const headers = { Accept: 'application/json' };
    for (const [browser, address] of [
      [new CookieJar(), back.href],
      [mine, back.href],
      [others, back.href.replace(/state=[^&]+/, 'state=forged')],
      [others, back.href.replace(/&?state=[^&]+/, '')],
      [others, `${url}/api/sso/callback`],
    ] as const) {
      if (browser === mine) await begin(url, mine);
      const response = await browser.fetch(address, { headers });
      expect(response.status).toBe(400);
      expect(problemSchema.parse(await response.json()).code).toBe('sso.attempt-lost');
      expect(browser.get('michishirube_session')).toBeUndefined();
    }
  });

  test('it leads to pages of its own alone', async () => {
    const url = await open();
    for (const to of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'people',
      '/api/x',
      '/a\nb',
    ])
      expect((await fetch(`${url}/api/sso/start?to=${encodeURIComponent(to)}`)).status, to).toBe(
        400,
      );
  });

  test('behind TLS the cookies are Secure and of this host alone, the way back is the public one', async () => {
    const publicOrigin = 'https://michi.city.example';
    const url = await open({ publicOrigin, trustProxy: 'loopback' });
    const start = await fetch(`${url}/api/sso/start`, {
      headers: { 'X-Forwarded-Proto': 'https' },
      redirect: 'manual',
    });
    const asked = new URL(start.headers.get('Location') ?? '').searchParams;
    expect(asked.get('redirect_uri')).toBe(`${publicOrigin}/api/sso/callback`);
    expect(start.headers.getSetCookie()[0]).toMatch(
      /^__Host-michishirube_sso=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/,
    );
  });

  test('where none is set up there is none, and it says so', async () => {
    const { url } = bench();
    for (const path of ['start', 'callback']) {
      const response = await fetch(`${url}/api/sso/${path}`, { headers: PAGE });
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Single sign-on is not set up here');
    }
  });

  test('who came and who was refused stands in the audit log, not in the other one', async () => {
    const { context, log } = bench();
    const lines = await context.database.query<{ action: string; details: object }>(
      `SELECT action, details FROM audit_entry WHERE action LIKE 'session.%' OR action LIKE 'account.%'`,
    );
    const by = (action: string) => lines.filter((line) => line.action === action);
    expect(by('account.create')).toHaveLength(2);
    expect(by('session.begin').every(({ details }) => 'by' in details)).toBe(true);
    expect(by('session.fail').length).toBeGreaterThanOrEqual(2);
    expect(log.join('\n')).not.toMatch(/hanako|花子|code=|state=/);
  });

  describe('signing out', () => {
    const leave = async (url: string, browser: CookieJar) => {
      const headers = { 'X-Michishirube': '1' };
      const answer = await browser.fetch(`${url}/api/session`, { method: 'DELETE', headers });
      return signedOutSchema.parse(await answer.json()).signOutAt;
    };
    const there = (more: Partial<OidcSettings> = {}) =>
      open({ oidc: { ...settings, signOut: 'provider', ...more } });

    test('leads on to the end of the session at the provider, without a name in the address', async () => {
      const url = await there();
      const browser = new CookieJar();
      await signIn(url, browser, 'hanako');
      const next = await leave(url, browser);
      expect((await whoAmI(url, browser)).account).toBeNull();
      const sent = await browser.fetch(`${url}${next}`, { headers: PAGE });
      expect(sent.status).toBe(302);
      const end = new URL(sent.headers.get('Location') ?? '');
      expect(end.href.startsWith(`${provider.issuer}/session/end?`)).toBe(true);
      expect(Object.fromEntries(end.searchParams)).toEqual({
        client_id: settings.clientId,
        post_logout_redirect_uri: `${url}/`,
      });
      // The provider knows the address to come back to: it asks, and does not refuse.
      expect((await fetch(end)).status).toBe(200);
    });

    test('ends here alone where the operator did not ask for more, and for local accounts', async () => {
      const url = await open();
      const browser = new CookieJar();
      await signIn(url, browser, 'hanako');
      expect(await leave(url, browser)).toBeNull();
      expect((await fetch(`${url}/api/sso/sign-out`, { redirect: 'manual' })).status).toBe(404);
      const { headers } = await signedIn(bench().context.database, 'auditor', CODE);
      const { context } = bench();
      await context.database.query(
        `UPDATE account SET password_hash = 'x' WHERE role = 'auditor' AND issuer IS NULL`,
      );
      const answer = await fetch(`${await there()}/api/session`, { method: 'DELETE', headers });
      expect(signedOutSchema.parse(await answer.json()).signOutAt).toBeNull();
    });

    test('says so where the provider has no end of sessions, or is down', async () => {
      const without = await startProvider({ people: PEOPLE, signsOut: false });
      const url = await there({ issuer: without.issuer });
      const said = async () => {
        const page = await fetch(`${url}/api/sso/sign-out`, { headers: PAGE });
        return [page.status, await page.text()] as const;
      };
      const [status, text] = await said();
      expect(status).toBe(502);
      expect(text).toContain('its own session may go on');
      expect(text).not.toContain('You are not signed in');
      await without.stop();
      const gone = await there({ issuer: without.issuer });
      const answer = await fetch(`${gone}/api/sso/sign-out`, {
        headers: { Accept: 'application/json' },
      });
      expect(problemSchema.parse(await answer.json()).code).toBe('sso.stays-signed-in');
    });
  });

  test('the provider is down: said plainly, and nothing else is', async () => {
    const down = await startProvider({ people: PEOPLE });
    const url = await open({ oidc: { ...settings, issuer: down.issuer } });
    await down.stop();
    const response = await fetch(`${url}/api/sso/start`, { headers: PAGE });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('whoever has an account and password of this system');
    expect((await fetch(`${url}/api/session`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});
