import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OwnAccount, SessionView } from '#contract/account';
import { auditSearchQuery } from '../../web/api/audit.ts';
import { sessionQuery } from '../../web/api/session.ts';
import { goOn } from '../../web/features/account/go-on.ts';
import { noteFailure } from '../../web/map/TilesAfterReturn.tsx';
import { keepOnlyFor } from '../../web/offline/kept-for.ts';
import { holderOf } from '../../web/state/holder.ts';
import {
  hasSessionEnded,
  noteSessionEnded,
  noteSignedInAgain,
} from '../../web/state/session-end.ts';

const ACCOUNT: OwnAccount = {
  ...{ id: '6f1c0f5e-6f0c-4d0e-9d9c-2f5f0d6f1c0f', loginName: 'kakuu', displayName: '架空 花子' },
  ...{ role: 'district-organisation', municipalityCode: '99201', districts: ['山手', '浜手'] },
  ...{ shelterIds: ['S1'], mustChangePassword: false, hasSecondFactor: false, isLocal: false },
};
const sessionOf = (account: OwnAccount): SessionView => ({
  ...{ account, needsSecondFactor: false, demoAccounts: [], sso: null, idleMinutes: 30 },
});
const OTHERS: readonly (readonly [string, Partial<OwnAccount>])[] = [
  ['in another role', { role: 'fire-department' }],
  ['of another municipality', { municipalityCode: '99202' }],
  ['for fewer districts', { districts: ['山手'] }],
  ['for every district', { districts: null }],
  ['of another facility', { shelterIds: ['S2'] }],
  ['another account', { id: '0f1c0f5e-6f0c-4d0e-9d9c-2f5f0d6f1c00' }],
];

const forgetAnswers = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('../../web/offline/kept-answers.ts', async (original) => ({
  ...(await original<object>()),
  forgetAnswers,
}));
const reload = vi.fn();
beforeEach(() => {
  reload.mockClear();
  vi.stubGlobal('location', { reload, origin: 'http://machi.example' });
  void noteSessionEnded();
});
afterEach(() => {
  noteSignedInAgain();
  vi.unstubAllGlobals();
});

describe('signed in again on a page', () => {
  const open = () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData(sessionQuery().queryKey, sessionOf(ACCOUNT));
    return queryClient;
  };

  test.each(OTHERS)('%s: the page starts anew and shows nothing more', (_, part) => {
    goOn(open(), sessionOf({ ...ACCOUNT, ...part }));
    expect(reload).toHaveBeenCalledOnce();
    expect(hasSessionEnded()).toBe(true);
  });

  test('as the same: what is on screen is read anew, what is not is forgotten, the log is not looked into', async () => {
    const queryClient = open();
    const read = vi.fn(async () => 'people');
    const searched = vi.fn(async () => ({ pages: [], pageParams: [] }));
    const shown = [
      new QueryObserver(queryClient, { queryKey: ['99201', 'residents'], queryFn: read }),
      new QueryObserver(queryClient, {
        queryKey: auditSearchQuery('99201', {}).queryKey as readonly unknown[],
        queryFn: searched,
      }),
    ].map((observer) => observer.subscribe(() => {}));
    queryClient.setQueryData(['99201', 'resident', 'x'], 'a person');
    await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
    const again = sessionOf({ ...ACCOUNT, displayName: '架空 華子', districts: ['浜手', '山手'] });
    goOn(queryClient, again);
    expect(reload).not.toHaveBeenCalled();
    expect(hasSessionEnded()).toBe(false);
    expect(queryClient.getQueryData(['99201', 'resident', 'x'])).toBeUndefined();
    expect(queryClient.getQueryData(sessionQuery().queryKey)).toEqual(again);
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(searched).toHaveBeenCalledOnce();
    for (const stop of shown) stop();
  });
});

test.each(OTHERS)('what is kept on the device is not theirs: %s', async (_, part) => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  await keepOnlyFor(holderOf(ACCOUNT));
  forgetAnswers.mockClear();
  await keepOnlyFor(holderOf({ ...ACCOUNT, loginName: 'other.name' }));
  expect(forgetAnswers).not.toHaveBeenCalled();
  await keepOnlyFor(holderOf({ ...ACCOUNT, ...part }));
  expect(forgetAnswers).toHaveBeenCalledOnce();
});

test('a tile that another host refuses says nothing of our session', () => {
  noteSignedInAgain();
  const refused = (url: string) =>
    noteFailure({ error: Object.assign(new Error('401'), { status: 401, url }) } as never);
  refused('https://tiles.example/14/1/2.png');
  expect(hasSessionEnded()).toBe(false);
  refused('http://machi.example/api/municipalities/99201/tiles/residents/14/1/2');
  expect(hasSessionEnded()).toBe(true);
});
