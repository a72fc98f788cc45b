import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppendEvents } from '#contract/drill-run';
import type { EventName } from '#domain/drill/run/event';
import type * as keepModule from '../../web/features/drills/keep.ts';
import type * as outboxModule from '../../web/features/drills/run/outbox.ts';

const browser = vi.hoisted(() => ({
  tables: new Map<string, Map<string, unknown>>(),
  /** What the browser's database waits for before it writes. */
  isReady: Promise.resolve(),
}));
const server = vi.hoisted(() => ({ append: vi.fn(), sendPhoto: vi.fn() }));

vi.mock('idb', () => {
  const of = (table: string) => {
    const rows = browser.tables.get(table) ?? new Map<string, unknown>();
    browser.tables.set(table, rows);
    return rows;
  };
  const database = {
    get: async (table: string, key: string) => of(table).get(key),
    getAllKeys: async (table: string) => [...of(table).keys()],
    put: async (table: string, value: unknown, key: string) => void of(table).set(key, value),
    add: async (table: string, value: unknown, key: string) => void of(table).set(key, value),
    delete: async (table: string, key: string) => void of(table).delete(key),
    transaction: (table: string) => ({
      store: {
        get: async (key: string) => of(table).get(key),
        put: async (value: unknown, key: string) => void of(table).set(key, value),
      },
      done: browser.isReady,
    }),
  };
  return { openDB: async () => database };
});
vi.mock('../../web/api/drill-run.ts', () => ({
  appendEvents: server.append,
  sendDrillPhoto: server.sendPhoto,
}));

const ACCOUNT = 'a1';
const of = (drillId: string) => ({ account: ACCOUNT, code: '99001', drillId });
const note = (text: string) => ({ kind: 'note' as const, stepId: null, text });
const photo = { mediaType: 'image/jpeg', content: btoa('photo') };
const takeAll = async (_code: string, _id: string, { events }: AppendEvents) => ({
  kept: events.map(({ deviceId, sequence }) => ({ deviceId, sequence })),
  ...{ refused: [], nowMillis: Date.now() },
});

let keeping: typeof keepModule;
let sending: typeof outboxModule;
beforeEach(async () => {
  vi.resetModules();
  browser.tables.clear();
  browser.isReady = Promise.resolve();
  server.append.mockReset().mockImplementation(takeAll);
  server.sendPhoto.mockReset().mockResolvedValue({});
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  keeping = await import('../../web/features/drills/keep.ts');
  sending = await import('../../web/features/drills/run/outbox.ts');
});

describe('what is written down in a drill', () => {
  test('has a name of its own, however slow the database of the browser is', async () => {
    await keeping.prepareNames();
    let ready = () => {};
    browser.isReady = new Promise((done) => {
      ready = done;
    });
    const names = Array.from({ length: 40 }, () => keeping.nextName());
    ready();
    for (let at = 0; at < 80; at += 1) names.push(keeping.nextName());
    const all = await Promise.all(names.map(async (name): Promise<EventName> => name));
    expect(new Set(all.map(({ sequence }) => sequence)).size).toBe(120);
    expect(new Set(all.map(({ deviceId }) => deviceId)).size).toBe(1);
  });
  test('reaches the server though another drill is not there any more', async () => {
    const { ApiError } = await import('../../web/api/client.ts');
    server.append.mockImplementation((code: string, id: string, body: AppendEvents) =>
      id === 'gone' ? Promise.reject(new ApiError(404, null)) : takeAll(code, id, body),
    );
    const end = sending.keepSending(ACCOUNT);
    await sending.write(of('gone'), null, note('one'));
    await sending.write(of('here'), null, note('two'));
    await sending.keepPhoto(of('here'), 'photo', photo);
    await sending.sendWaiting();
    const drills = () => sending.outbox.get().waiting.map(({ drillId }) => drillId);
    await expect.poll(drills).toEqual(['gone']);
    await expect.poll(() => sending.outbox.get().photos).toEqual([]);
    expect(server.sendPhoto).toHaveBeenCalledTimes(1);
    expect(sending.outbox.get().error).toMatchObject({ status: 404 });
    expect([...(browser.tables.get('events')?.keys() ?? [])]).toHaveLength(1);
    end();
  });
  test('is sent for nobody but who wrote it, and stays for them', async () => {
    await sending.write(of('here'), null, note('one'));
    await sending.keepPhoto(of('here'), 'photo', photo);
    const other = sending.keepSending('a2');
    await sending.sendWaiting();
    expect(server.append).not.toHaveBeenCalled();
    other();
    const end = sending.keepSending(ACCOUNT);
    await expect.poll(() => server.sendPhoto.mock.calls.length).toBe(1);
    expect(server.append).toHaveBeenCalledTimes(1);
    end();
  });
});
