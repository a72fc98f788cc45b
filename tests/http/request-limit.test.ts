import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { createApp } from '../../server/app.ts';
import { type AppSettings, createContext } from '../../server/http/context.ts';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import { createLogger } from '../../server/http/logger.ts';
import { isHeavy } from '../../server/http/request-limit.ts';
import { createMunicipality } from '../../server/services/create-municipality.ts';
import { createTestDatabase } from '../support/database.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';
import { signedIn } from '../support/signed-in.ts';
import { CODE } from './support/city.ts';
import { SESSIONS } from './support/http-bench.ts';

const TOWN = `/api/municipalities/${CODE}`;
const LIMITS = { perSession: 12, perAddress: 5, writes: 4, heavy: 3 };

const bench = await createTestDatabase('embedded', null);
const { database, config } = bench;
await createMunicipality({ database, actor: LOCAL_OFFICER, today: '2026-11-24' }, CODE, '架空市');
afterAll(() => bench.remove());

/** The application with its counts at zero; the status of each of some requests in turn. */
async function open(more: Partial<AppSettings> = {}) {
  const settings: AppSettings = {
    ...{ databaseConfig: config, dataDir: config.dataDir, webDir: config.dataDir, gsiTiles: [] },
    ...{ oidc: null, maxUploadBytes: 1000, checkAnswers: true },
    ...SESSIONS,
    requestLimits: LIMITS,
    ...more,
  };
  const context = createContext(database, settings, createLogger('silent'));
  const server = createServer(createApp(context));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  afterAll(async () => {
    await context.stop();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  const statuses = async (times: number, path: string, init?: RequestInit) => {
    const found: number[] = [];
    for (let time = 0; time < times; time += 1) found.push((await ask(path, init)).status);
    return found;
  };
  return { ask, statuses };
}
const officer = () => signedIn(database, 'disaster-officer', CODE);

describe('how much may be asked in a minute', () => {
  test('each session has its own count, though all come from one address', async () => {
    const { statuses } = await open();
    const [first, second] = [await officer(), await officer()];
    expect(await statuses(14, TOWN, { headers: first.headers })).toEqual([
      ...Array(12).fill(200),
      ...[429, 429],
    ]);
    expect(await statuses(12, TOWN, { headers: second.headers })).toEqual(Array(12).fill(200));
  });

  test('the refusal is a problem in the language of the reader and says how long to wait', async () => {
    const { ask, statuses } = await open();
    const { headers } = await officer();
    await statuses(12, TOWN, { headers });
    for (const language of ['ja', 'en'] as const) {
      const answer = await ask(TOWN, { headers: { ...headers, 'accept-language': language } });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      const problem = problemSchema.parse(await answer.json());
      expect(problem).toMatchObject({ status: 429, code: 'request.too-many' });
      expect(problem.detail).toBe(problem.messages[language]);
      expect(problem.messages.ja).toContain('秒後に');
      expect(Number(answer.headers.get('retry-after'))).toBe(problem.seconds);
      expect(problem.seconds).toBeGreaterThan(0);
      expect(problem.seconds).toBeLessThanOrEqual(60);
    }
  });

  test('changes and what costs much have less of it, and leave the rest to what is read', async () => {
    const { statuses } = await open();
    const { headers } = await officer();
    const search = `${TOWN}/search`;
    const json = { ...headers, 'content-type': 'application/json' };
    const post = { method: 'POST', headers: json, body: JSON.stringify({ q: '架空' }) };
    const searched = await statuses(4, search, post);
    expect(searched.slice(0, 3)).not.toContain(429);
    expect(searched[3]).toBe(429);
    const changed = await statuses(5, `${TOWN}/warnings`, { ...post, body: '{}' });
    expect(changed).toEqual([...Array(4).fill(400), 429]);
    expect(await statuses(1, TOWN, { headers })).toEqual([200]);
  });

  test('without a session the address counts; sign-ins have no tighter limit', async () => {
    const { statuses } = await open();
    const headers = { 'x-michishirube': '1', 'content-type': 'application/json' };
    const signIn = { method: 'POST', headers, body: '{}' };
    expect(await statuses(7, '/api/session', signIn)).toEqual([...Array(5).fill(400), 429, 429]);
    // Whoever is signed in is not held up by those who are not.
    const { headers: own } = await officer();
    expect(await statuses(1, TOWN, { headers: own })).toEqual([200]);
  });

  test('behind a proxy that is believed each browser is counted, else the proxy alone', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const behind = await open({ trustProxy: 'loopback' });
    expect(await behind.statuses(6, '/api/session', from('203.0.113.1'))).toEqual([
      ...Array(5).fill(200),
      429,
    ]);
    expect(await behind.statuses(1, '/api/session', from('203.0.113.2'))).toEqual([200]);
    // One network of IPv6 is one customer of a provider.
    expect(await behind.statuses(5, '/api/session', from('2001:db8::1'))).not.toContain(429);
    expect(await behind.statuses(1, '/api/session', from('2001:db8::2'))).toEqual([429]);
    const alone = await open();
    await alone.statuses(5, '/api/session', from('203.0.113.1'));
    expect(await alone.statuses(1, '/api/session', from('203.0.113.2'))).toEqual([429]);
  });

  test('health, and the pages themselves, are not counted', async () => {
    const { statuses } = await open();
    expect(await statuses(20, '/healthz')).toEqual(Array(20).fill(200));
  });
});

test('lists as files, searches, imports and routes are what costs much; tiles and lists are not', () => {
  const heavy = ENDPOINTS.filter(isHeavy).map(({ method, path }) => `${method} ${path}`);
  const of = (text: string) => heavy.filter((one) => one.endsWith(text)).length;
  const many = [
    // Of everything, of the log, of relay sheets; of places and of a drill.
    ...([['/search', 3] as const, ['/routes', 2] as const] as const),
    ...[
      '/residents.csv',
      '/residents.xlsx',
      '/uploads',
      '/cut-off',
      '/cut-off.csv',
      '/whole-chain',
    ].map((one) => [one, 1] as const),
  ];
  expect(many.map(([one]) => [one, of(one)])).toEqual(many.map((one) => [...one]));
  expect(
    heavy.filter((one) => /tiles|in-view|residents$|shelters$|get .*imports$/.test(one)),
  ).toEqual([]);
});
