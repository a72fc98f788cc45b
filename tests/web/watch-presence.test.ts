import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPresence } from '../../web/frame/watch-presence.ts';
import { hasSessionEnded, noteSignedInAgain } from '../../web/state/session-end.ts';

const MINUTE = 60_000;
const IDLE_MINUTES = 30;

const asked = vi.fn(async () => Response.json({ role: 'auditor', districts: null, may: [] }));
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
  vi.stubGlobal('fetch', asked);
  asked.mockClear();
  stop = watchPresence(new QueryClient(), IDLE_MINUTES);
});
afterEach(() => {
  stop();
  noteSignedInAgain();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const move = () => dispatchEvent(new Event('pointermove'));
/** What another window said is here. */
const heard = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
};

test('after the absence the page hides, and asks nothing that would prolong the session', async () => {
  await vi.advanceTimersByTimeAsync(30 * MINUTE);
  expect(hasSessionEnded()).toBe(false);
  await vi.advanceTimersByTimeAsync(7 * MINUTE);
  expect(hasSessionEnded()).toBe(true);
  move();
  expect(asked).not.toHaveBeenCalled();
});

test('back before it is over, it learns at once whether it is', async () => {
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  move();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledOnce();
  move();
  await vi.advanceTimersByTimeAsync(30 * MINUTE);
  expect(hasSessionEnded()).toBe(false);
  expect(asked).toHaveBeenCalledOnce();
});

test('whoever sits at another window sits at this one', async () => {
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    const other = new BroadcastChannel('michishirube.session');
    other.postMessage({ kind: 'present', from: 'another window' });
    other.close();
    await heard();
  }
  expect(hasSessionEnded()).toBe(false);
  await vi.advanceTimersByTimeAsync(37 * MINUTE);
  expect(hasSessionEnded()).toBe(true);
});

test('a machine that slept hides the page before the first key', () => {
  vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
  move();
  expect(hasSessionEnded()).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});
