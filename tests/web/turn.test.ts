import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '#contract/common';
import { ask } from '../../web/api/client.ts';
import { noteFailure } from '../../web/map/TilesAfterReturn.tsx';

const PROBLEM: Problem = {
  ...{
    type: 'urn:michishirube:problem:request.too-many',
    title: '少しお待ちください',
    status: 429,
  },
  ...{ code: 'request.too-many', messages: { ja: 'お待ちください', en: 'Wait' }, seconds: 12 },
};
const refusal = () => Response.json(PROBLEM, { status: 429 });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'http://machi.example' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('where too much was asked, what was asked waits as long as the server says and is sent again', async () => {
  const fetched = vi
    .fn<(path: string, init?: RequestInit) => Promise<Response>>()
    .mockImplementationOnce(async () => refusal())
    .mockImplementationOnce(async () => refusal())
    .mockImplementation(async () => Response.json({}));
  vi.stubGlobal('fetch', fetched);
  const body = JSON.stringify({ reason: '現地で確かめた' });
  const both = Promise.all([
    ask('/warnings', { method: 'POST', body }),
    ask('/municipalities', { method: 'GET' }),
  ]);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(fetched).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect((await both).map(({ status }) => status)).toEqual([200, 200]);
  expect(fetched.mock.calls.map(([path]) => path).sort()).toEqual([
    ...['/api/municipalities', '/api/municipalities', '/api/warnings', '/api/warnings'],
  ]);
  expect(fetched.mock.calls.filter(([, init]) => init?.body === body)).toHaveLength(2);
});

test('who leaves meanwhile is not asked for', async () => {
  const fetched = vi.fn(async () => refusal());
  vi.stubGlobal('fetch', fetched);
  const leaving = new AbortController();
  const asked = ask('/municipalities', { signal: leaving.signal }).catch((error) => error.name);
  await vi.advanceTimersByTimeAsync(1000);
  leaving.abort();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(await asked).toBe('AbortError');
  expect(fetched).toHaveBeenCalledOnce();
});

test('a tile that the map was refused makes what follows wait as well', async () => {
  const url = 'http://machi.example/api/municipalities/99201/tiles/zones/14/1/2';
  const body = new Blob([JSON.stringify(PROBLEM)]);
  noteFailure({ error: Object.assign(new Error('429'), { status: 429, url, body }) } as never);
  await vi.advanceTimersByTimeAsync(0);
  const fetched = vi.fn(async () => refusal());
  vi.stubGlobal('fetch', fetched);
  void ask('/municipalities').catch(() => {});
  await vi.advanceTimersByTimeAsync(0);
  expect(fetched).toHaveBeenCalledOnce();
  fetched.mockImplementation(async () => Response.json({}));
  await vi.advanceTimersByTimeAsync(12_000);
  expect(fetched).toHaveBeenCalledTimes(2);
});
