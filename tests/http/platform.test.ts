import { mkdirSync, writeFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '#contract/common';
import { municipalityListSchema } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import { CODE, PEOPLE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

describeApp('what stands around the endpoints', (bench) => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${bench().url}${path}`, { headers });

  test('alive, ready, and measured by the pattern of the route', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    await bench().ask('/residents?limit=1');
    // An answer is measured when its last byte is gone, which may be after it was read here.
    const read = async () => (await get('/metrics')).text();
    await expect.poll(read).toContain('route="/api/municipalities/:code/residents"');
    const metrics = await read();
    expect(metrics).toContain('http_request_duration_seconds_bucket');
    // By itself, not within a number.
    expect(metrics).not.toMatch(new RegExp(`\\b${CODE}\\b`));
  });

  test('headers that keep a page to itself', async () => {
    const { headers } = await get('/healthz');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("worker-src 'self' blob:");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('nothing there, wrong method, broken JSON', async () => {
    const nothing = await get('/api/nothing', { 'Accept-Language': 'en' });
    expect(nothing.status).toBe(404);
    expect(problemSchema.parse(await nothing.json())).toMatchObject({
      code: 'route.unknown',
      title: 'There is nothing at this address',
      requestId: nothing.headers.get('x-request-id'),
    });
    const method = await bench().ask('/summary', { method: 'DELETE' });
    expect(method.status).toBe(405);
    expect(method.headers.get('allow')).toBe('GET');
    const broken = await bench().ask('', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: '{"version":',
    });
    expect(problemSchema.parse(await broken.json()).code).toBe('request.not-json');
    const badPath = await get('/api/municipalities/%E0%A4%A/summary');
    expect(badPath.status).toBe(400);
  });

  test('pages of other sites can change nothing, and other names are not answered', async () => {
    const foreign = await bench().ask('/assessments', {
      method: 'POST',
      headers: { Origin: 'https://example.com' },
    });
    expect(foreign.status).toBe(403);
    expect(problemSchema.parse(await foreign.json()).code).toBe('request.foreign-origin');
    const status = await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(bench().url);
      rawRequest({ hostname, port, path: '/healthz', headers: { Host: 'rebound.example' } })
        .once('response', (response) => resolve(response.resume().statusCode))
        .once('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test('texts are compressed', async () => {
    const page = await bench().ask('/criteria', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(page.headers.get('content-encoding')).toBe('gzip');
  });

  test('the OpenAPI document has every endpoint, and every reference in it leads somewhere', async () => {
    const document: unknown = await (await get('/api/openapi.json')).json();
    const { paths } = openApiSchema.parse(document);
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, ...operation })),
    );
    expect(operations).toHaveLength(ENDPOINTS.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { path, parameters } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(declared.toSorted(), path).toEqual(inPath.toSorted());
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, pointer = ''] of references)
      expect(targetOf(document, pointer), pointer).toBeDefined();
    const list = paths['/api/municipalities/{code}/residents']?.get;
    expect(list?.parameters.find(({ name }) => name === 'limit')).toMatchObject({
      in: 'query',
      required: false,
      schema: { maximum: 200, default: 100 },
    });
  });

  test('the page of the API comes from here, and asks nobody else', async () => {
    const page = await (await get('/api/docs')).text();
    expect(page).not.toMatch(/https?:\/\//);
    for (const asset of ['assets/swagger-ui.css', 'assets/swagger-ui-bundle.js', 'start.js'])
      expect((await get(`/api/docs/${asset}`)).status, asset).toBe(200);
  });

  test('the web client: a word where it was not built, then its page for every address', async () => {
    const page = { Accept: 'text/html' };
    const before = await get('/people/1', page);
    expect(before.status).toBe(503);
    expect(await before.text()).toContain('npm run build:web');
    const assets = join(bench().dataDir, 'web', 'assets');
    mkdirSync(assets, { recursive: true });
    writeFileSync(join(bench().dataDir, 'web', 'index.html'), '<title>client</title>');
    writeFileSync(join(assets, 'main-1234.js'), 'export {};');
    const after = await get('/people/1', page);
    expect(await after.text()).toBe('<title>client</title>');
    expect(after.headers.get('cache-control')).toBe('no-cache');
    const asset = await get('/assets/main-1234.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/none.js', page)).status).toBe(404);
    expect((await get('/api/nothing', page)).status).toBe(404);
  });

  test('the base map is read by ranges of bytes', async () => {
    const directory = join(bench().dataDir, 'basemaps', CODE);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'basemap.pmtiles'), 'PMTiles 0123456789');
    const part = await get(`/basemap/${CODE}/basemap.pmtiles`, { Range: 'bytes=8-11' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 8-11/18');
    expect(await part.text()).toBe('0123');
    for (const path of [
      `/basemap/${CODE}/terrain.pmtiles`,
      `/basemap/${CODE}/roster.csv`,
      '/basemap/..%2F..%2F/basemap.pmtiles',
    ])
      expect((await get(path)).status, path).toBe(404);
    const answer: unknown = await (await get('/api/municipalities')).json();
    expect(municipalityListSchema.parse(answer).municipalities[0]?.hasBaseMap).toBe(true);
  });

  test('the log has every request and nothing of a person', async () => {
    const { rows } = await bench().read(residentPageSchema, '/residents?district=山手&sort=name');
    for (const { id } of rows) await bench().ask(`/residents/${id}`);
    await bench().ask(`/residents/${rows[0]?.id}/position`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        version: 1,
        position: [132.3, 34.3],
        reason: '架空 花子さん宅',
      }).slice(1),
    });
    const log = bench().log.join('');
    for (const line of bench().log) expect(line.match(/"route":/g)).toHaveLength(1);
    expect(log).toContain('"route":"/api/municipalities/:code/residents/:id"');
    for (const { id } of rows) expect(log).not.toContain(id);
    for (const { name } of PEOPLE) expect(log).not.toContain(name);
    expect(log).not.toContain('山手');
    expect(log).not.toContain(encodeURIComponent('山手'));
    expect(log).not.toContain('127.0.0.1');
  });

  test('a server that stops is not ready any more', async () => {
    await bench().context.stop();
    const answer = await get('/readyz');
    expect(answer.status).toBe(503);
    expect(problemSchema.parse(await answer.json()).code).toBe('server.stopping');
    expect((await get('/healthz')).status).toBe(200);
  });
});

/** What the tests look at of an OpenAPI document. */
const openApiSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        summary: z.string(),
        parameters: z.array(
          z.object({
            name: z.string(),
            in: z.string(),
            required: z.boolean(),
            schema: z.unknown(),
          }),
        ),
        responses: z.record(z.string(), z.object({ description: z.string() })),
      }),
    ),
  ),
});

/** What a reference leads to; undefined where that is nothing. */
function targetOf(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([one]) => one === key)?.[1]
          : undefined,
      document,
    );
}
