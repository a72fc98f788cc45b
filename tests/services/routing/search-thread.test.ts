import { afterEach, expect, test } from 'vitest';
import { NO_CLOSURES } from '#domain/routing/closures';
import { noExposure } from '#domain/routing/exposure/road-exposure';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree } from '#domain/routing/graph/road-tree';
import { packTexts, textAt, unpackTexts } from '#domain/text/packed-texts';
import type { SearchOrder } from '../../../server/services/routing/search-orders.ts';
import { SearchThread } from '../../../server/services/routing/search-thread.ts';
import { openNetwork, shareNetwork } from '../../../server/services/routing/shared-network.ts';
import { cellAt, readRoads } from '../../domain/routing/support/drawing.ts';

const table = buildRoadTable(
  readRoads('A---B---C', { AB: { name: '上り坂' }, BC: { name: '橋𠮷' } }),
);
const NETWORK = shareNetwork(table, buildRoadTree(table), noExposure(table), {
  roads: [{ source: 'osm', asOf: null }],
  zones: [],
});
const ORDER: SearchOrder = {
  kind: 'routes',
  traveller: { profileId: 'car', policyId: 'quickest', isNight: false },
  closures: NO_CLOSURES,
  ...{ from: cellAt(0, 0), to: cellAt(8, 0), via: [], mostAlternatives: 0 },
};
const never = () => new AbortController().signal;
const threads: SearchThread[] = [];
const open = () => {
  const thread = new SearchThread();
  threads.push(thread);
  thread.hold(1, NETWORK);
  return thread;
};
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
});

test('answers over a network that was handed in, and again by a thread of its own after it was closed', async () => {
  const thread = open();
  for (let time = 0; time < 2; time += 1) {
    const answer = await thread.ask(1, ORDER, never());
    expect(answer.ok && JSON.parse(answer.value.json).routes[0].roadIds).toEqual(['AB', 'BC']);
    await thread.close();
  }
});

test('a bug in one search is its own: the others are answered', async () => {
  const thread = open();
  const horse = { ...ORDER, traveller: { ...ORDER.traveller, profileId: 'horse' } };
  const [wrong, right] = await Promise.allSettled([
    thread.ask(1, horse, never()),
    thread.ask(1, ORDER, never()),
  ]);
  expect(wrong).toMatchObject({ status: 'rejected', reason: { message: /horse/ } });
  expect(right).toMatchObject({ status: 'fulfilled', value: { ok: true } });
  thread.forget(1);
  expect(thread.holds(1)).toBe(false);
  await expect(thread.ask(1, ORDER, never())).rejects.toThrow('not handed in');
});

test('who gives up gets no answer, and waits no longer', async () => {
  const thread = open();
  const stopped = { ok: false, problem: { code: 'route.stopped' } };
  expect(await thread.ask(1, ORDER, AbortSignal.abort())).toMatchObject(stopped);
  const abort = new AbortController();
  const answer = thread.ask(1, ORDER, abort.signal);
  abort.abort();
  expect(await answer).toMatchObject(stopped);
  const many = Array.from({ length: 250 }, () => thread.ask(1, ORDER, never()));
  const answers = await Promise.all(many);
  // More at once than the thread takes: told to come again, not kept waiting.
  expect(answers.filter(({ ok }) => ok)).toHaveLength(200);
});

test('texts in shared memory are those that were put in', () => {
  const texts = ['', '上り坂', 'a', '橋𠮷', '', 'e\u0301'];
  const packed = packTexts(texts);
  expect(unpackTexts(packed)).toEqual(texts);
  expect(texts.map((_, at) => textAt(packed, at))).toEqual(texts);
  const { table: opened } = openNetwork(NETWORK);
  expect(unpackTexts(opened.roadIds)).toEqual(['AB', 'BC']);
  expect(opened.names).toEqual(table.names);
  expect(opened.coordinates).toEqual(table.coordinates);
});
