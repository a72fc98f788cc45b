import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webClientRouter } from '../../server/http/web-client.ts';
import { temporaryDirectory } from '../support/database.ts';

const SCRIPT = 'export const compressed = "by the build";';
const directory = temporaryDirectory();
const app = express();
const server = createServer(app);

beforeAll(async () => {
  const assets = join(directory.path, 'assets');
  mkdirSync(assets);
  writeFileSync(join(assets, 'main-1234.js'), SCRIPT);
  writeFileSync(join(assets, 'main-1234.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(assets, 'plain-1234.js'), SCRIPT);
  app.use(webClientRouter(directory.path));
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
});
afterAll(() => {
  server.close();
  directory.remove();
});

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** As it comes over the wire: `fetch` unpacks it. */
function ask(name: string, encodings: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const headers = { 'accept-encoding': encodings };
  return new Promise((found, failed) => {
    get({ port, host: '127.0.0.1', path: `/assets/${name}`, headers }, async (response) => {
      const bytes = Buffer.concat(await response.toArray());
      found({ headers: response.headers, bytes });
    }).on('error', failed);
  });
}

test('a file goes out as the build has compressed it, under its own type and for ever', async () => {
  const { headers, bytes } = await ask('main-1234.js', 'gzip, deflate, br');
  expect(headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
    vary: expect.stringContaining('Accept-Encoding'),
  });
  expect(gunzipSync(bytes).toString()).toBe(SCRIPT);
});

test('as it is to whom cannot unpack it, and where the build has left it so', async () => {
  for (const [name, encodings] of [
    ['main-1234.js', 'identity'],
    ['plain-1234.js', 'gzip'],
  ] as const) {
    const { headers, bytes } = await ask(name, encodings);
    expect(headers['content-encoding'], name).toBeUndefined();
    expect(headers['cache-control'], name).toBe('public, max-age=31536000, immutable');
    expect(bytes.toString(), name).toBe(SCRIPT);
  }
});
