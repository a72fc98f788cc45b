import { expect, test } from 'vitest';
import { batch } from '../../../server/services/read/batch.ts';

/** A query that ends when it is told to, over a table that changes meanwhile. */
function table() {
  const asked: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const rows = new Map<string, number>();
  const find = batch(async (keys: readonly string[]) => {
    asked.push(keys);
    const found = keys.flatMap((key) => {
      const value = rows.get(key);
      return value === undefined ? [] : [[key, value] as const];
    });
    await new Promise<void>((end) => ends.push(end));
    return found;
  });
  const end = async () => {
    ends.shift()?.();
    await new Promise((done) => setImmediate(done));
  };
  return { asked, rows, find, end };
}

test('those who ask while a query is under way share the next one, each key once', async () => {
  const { asked, rows, find, end } = table();
  rows.set('a', 1).set('b', 2);
  const answers = [find('a'), find('a'), find('b'), find('b'), find('c')];
  await end();
  await end();
  expect(await Promise.all(answers)).toEqual([1, 1, 2, 2, null]);
  expect(asked).toEqual([['a'], ['a', 'b', 'c']]);
});

test('nobody is answered from a query that began before a change it knows of', async () => {
  const { rows, find, end } = table();
  rows.set('a', 1);
  const before = find('a');
  rows.set('a', 2);
  const after = find('a');
  await end();
  await end();
  expect([await before, await after]).toEqual([1, 2]);
});

test('a query that fails is told to all who share it, and the next one goes on', async () => {
  let fails = true;
  const find = batch(async (keys: readonly string[]) => {
    if (fails) throw new Error('gone');
    return keys.map((key) => [key, key.length] as const);
  });
  const failed = await Promise.allSettled([find('a'), find('bb')]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await find('ccc')).toBe(3);
});
