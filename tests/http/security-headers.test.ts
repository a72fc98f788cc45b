import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from '../../server/http/security-headers.ts';

const app = express();
app.set('trust proxy', 'loopback');
app.use(securityHeaders(['https://tiles.example']));
app.get('/', (_request, response) => void response.send('ok'));
const server = createServer(app);
let url: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

test('nothing runs but our own scripts, nothing is loaded or framed elsewhere, no form goes out', async () => {
  const { headers } = await fetch(url);
  const policy = new Map(
    (headers.get('Content-Security-Policy') ?? '')
      .split('; ')
      .map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')] as const),
  );
  expect(Object.fromEntries(policy)).toMatchObject({
    'default-src': "'self'",
    'script-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'connect-src': "'self' https://tiles.example",
  });
  for (const [name, value] of Object.entries({
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'X-Permitted-Cross-Domain-Policies': 'none',
  }))
    expect(headers.get(name)).toBe(value);
});

test('once reached by TLS, never again without', async () => {
  expect((await fetch(url)).headers.get('Strict-Transport-Security')).toBeNull();
  const { headers } = await fetch(url, { headers: { 'X-Forwarded-Proto': 'https' } });
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
});
