import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

test('defaults: this computer only, data beside the program', () => {
  const config = readConfig({ PORT: '' });
  expect(config).toMatchObject({
    ok: true,
    value: { port: 3000, host: '127.0.0.1', databaseUrl: null, logLevel: 'info' },
  });
});

test('an address that others can reach is for the operator to choose', () => {
  for (const HOST of ['0.0.0.0', '192.168.0.10', '::', '127.0.0.1', '::1', 'localhost'])
    expect(readConfig({ HOST })).toMatchObject({ ok: true, value: { host: HOST } });
  expect(readConfig({ HOST: 'a b' })).toMatchObject({ ok: false });
});

test('a public address is an origin, and no proxy is believed that was not named', () => {
  expect(readConfig({})).toMatchObject({ value: { publicOrigin: null, trustProxy: null } });
  const set = { PUBLIC_ORIGIN: 'https://michi.example.jp', TRUST_PROXY: 'loopback, 10.0.0.0/8' };
  expect(readConfig(set)).toMatchObject({
    value: { publicOrigin: set.PUBLIC_ORIGIN, trustProxy: set.TRUST_PROXY },
  });
  for (const wrong of [
    { PUBLIC_ORIGIN: 'https://michi.example.jp/app' },
    { PUBLIC_ORIGIN: 'michi.example.jp' },
    { TRUST_PROXY: 'true' },
    { TRUST_PROXY: '*' },
    { TRUST_PROXY: '0.0.0.0/0' },
    { TRUST_PROXY: '::/0' },
    { TRUST_PROXY: '10.0.0.0/33' },
    { TRUST_PROXY: '10.0.0' },
    { TRUST_PROXY: 'fe80' },
    { TRUST_PROXY: 'loopback,' },
    { TRUST_PROXY: 'loopback/8' },
    { TRUST_PROXY: '10.0.0.1/8/8' },
  ])
    expect(readConfig(wrong)).toMatchObject({ ok: false, problem: { code: 'config.invalid' } });
});

test('proxies are addresses, networks and names of networks', () => {
  for (const TRUST_PROXY of ['10.0.0.1', '2001:db8::/32', 'uniquelocal,192.0.2.0/24', '::1/128'])
    expect(readConfig({ TRUST_PROXY })).toMatchObject({
      ok: true,
      value: { trustProxy: TRUST_PROXY },
    });
});

test('https without the proxy that speaks it is refused in words: cookies would not be Secure', () => {
  const PUBLIC_ORIGIN = 'https://michi.example.jp';
  const config = readConfig({ PUBLIC_ORIGIN });
  expect(config.ok ? '' : config.problem.en).toMatch(/TRUST_PROXY is not set.*Secure/);
  expect(readConfig({ PUBLIC_ORIGIN: 'http://michi.example.jp' })).toMatchObject({ ok: true });
});

test('how long sessions hold', () => {
  expect(readConfig({})).toMatchObject({ value: { sessionIdleMinutes: 30, sessionHours: 12 } });
  // Use is written down by the minute: after one, sessions that are in use would end.
  for (const SESSION_IDLE_MINUTES of ['0', '1'])
    expect(readConfig({ SESSION_IDLE_MINUTES })).toMatchObject({ ok: false });
  expect(readConfig({ SESSION_IDLE_MINUTES: '2' })).toMatchObject({ ok: true });
});

test('wrong values are named', () => {
  const config = readConfig({
    PORT: 'many',
    DATABASE_URL: 'mysql://localhost/x',
    LOG_LEVEL: 'loud',
  });
  expect(config.ok ? '' : config.problem.en).toMatch(/PORT.*DATABASE_URL.*LOG_LEVEL/);
});

test('how much may be asked in a minute is for the operator to say', () => {
  expect(readConfig({})).toMatchObject({
    value: { requestLimits: { perSession: 6000, perAddress: 3000, writes: 600, heavy: 300 } },
  });
  const set = { REQUESTS_PER_MINUTE: '100', HEAVY_REQUESTS_PER_MINUTE: '10' };
  expect(readConfig(set)).toMatchObject({
    value: { requestLimits: { perSession: 100, heavy: 10 } },
  });
  expect(readConfig({ WRITES_PER_MINUTE: '0' })).toMatchObject({
    problem: { ja: expect.stringContaining('WRITES_PER_MINUTE') },
  });
});
