import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What a browser keeps, as far as visits ask for it. */
function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

let local = storage();
beforeEach(() => {
  local = storage();
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', local);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A window that is opened then: nothing is left of the one before but what the browser keeps. */
async function openAt(moment: string) {
  vi.stubGlobal('sessionStorage', storage());
  return reloadAt(moment);
}
async function reloadAt(moment: string) {
  vi.setSystemTime(moment);
  vi.resetModules();
  return import('../../web/state/last-visit.ts');
}
const FIRST = { accountId: '0b1e7f0e-0000-4000-8000-000000000001', code: '99999' };
const SECOND = { accountId: '0b1e7f0e-0000-4000-8000-000000000002', code: '99999' };

test('another account’s visit with the same browser is none of this one', async () => {
  (await openAt('2026-11-20T09:00:00.000Z')).noteVisit(FIRST);
  const { lookBackOf, noteVisit } = await openAt('2026-11-28T09:00:00.000Z');
  expect(lookBackOf(FIRST)).toEqual({ since: '2026-11-20T09:00:00.000Z', isLastVisit: true });
  expect(lookBackOf(SECOND)).toEqual({ since: '2026-11-21T09:00:00.000Z', isLastVisit: false });
  noteVisit(SECOND);
  const later = await openAt('2026-11-29T09:00:00.000Z');
  expect(later.lookBackOf(FIRST).since).toBe('2026-11-20T09:00:00.000Z');
  expect(later.lookBackOf(SECOND)).toEqual({
    since: '2026-11-28T09:00:00.000Z',
    isLastVisit: true,
  });
});

test('while the window is open, what is new stays new', async () => {
  (await openAt('2026-11-20T09:00:00.000Z')).noteVisit(FIRST);
  const { lookBackOf, noteVisit } = await openAt('2026-11-28T09:00:00.000Z');
  noteVisit(FIRST);
  expect(lookBackOf(FIRST).since).toBe('2026-11-20T09:00:00.000Z');
  const again = await reloadAt('2026-11-28T10:00:00.000Z');
  expect(again.lookBackOf(FIRST).since).toBe('2026-11-20T09:00:00.000Z');
});

test('a first visit stays one over a reload', async () => {
  const first = await openAt('2026-11-28T09:00:00.000Z');
  const told = first.lookBackOf(FIRST);
  first.noteVisit(FIRST);
  expect(told).toEqual({ since: '2026-11-21T09:00:00.000Z', isLastVisit: false });
  expect((await reloadAt('2026-11-28T10:00:00.000Z')).lookBackOf(FIRST)).toEqual(told);
  expect((await openAt('2026-11-29T09:00:00.000Z')).lookBackOf(FIRST)).toEqual({
    since: '2026-11-28T09:00:00.000Z',
    isLastVisit: true,
  });
});

test('what was noted before anybody knew for whom is nobody’s, and goes', async () => {
  local.setItem('michishirube.visits', JSON.stringify({ [FIRST.code]: '2026-11-20T09:00:00Z' }));
  const { lookBackOf, noteVisit } = await openAt('2026-11-28T09:00:00.000Z');
  expect(lookBackOf(FIRST).isLastVisit).toBe(false);
  noteVisit(FIRST);
  const kept: unknown = JSON.parse(local.kept.get('michishirube.visits') ?? '');
  expect(kept).toEqual({ [`${FIRST.accountId}.${FIRST.code}`]: '2026-11-28T09:00:00.000Z' });
});
