import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

test('defaults: this computer only, data beside the program', () => {
  const config = readConfig({ PORT: '' });
  expect(config).toMatchObject({
    ok: true,
    value: { port: 3000, host: '127.0.0.1', databaseUrl: null, logLevel: 'info' },
  });
});

test('an address that others could reach is refused', () => {
  for (const HOST of ['0.0.0.0', '192.168.0.10', '::', 'example.jp', '127.0.0.1.example.jp'])
    expect(readConfig({ HOST })).toMatchObject({
      ok: false,
      problem: { code: 'config.host-not-loopback' },
    });
  for (const HOST of ['127.0.0.1', '::1', 'localhost'])
    expect(readConfig({ HOST })).toMatchObject({ ok: true });
});

test('wrong values are named', () => {
  const config = readConfig({
    PORT: 'many',
    DATABASE_URL: 'mysql://localhost/x',
    LOG_LEVEL: 'loud',
  });
  expect(config.ok ? '' : config.problem.en).toMatch(/PORT.*DATABASE_URL.*LOG_LEVEL/);
});
