import { expect, test } from 'vitest';
import { coalesce } from '../../../server/services/read/coalesce.ts';

/** A read that ends when it is told to, and numbers the reads that began. */
function controlledRead() {
  const ends: (() => void)[] = [];
  const read = () => {
    const number = ends.length;
    return new Promise<number>((resolve) => ends.push(() => resolve(number)));
  };
  return { read, ends };
}

test('whoever asks while a read is under way gets the next one, all of them the same', async () => {
  const { read, ends } = controlledRead();
  const ask = coalesce(read);
  const first = ask('a');
  const late = [ask('a'), ask('a')];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe(0);
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  expect(await Promise.all(late)).toEqual([1, 1]);
});

test('other keys do not wait', async () => {
  const { read, ends } = controlledRead();
  const ask = coalesce(read);
  ask('a');
  const other = ask('b');
  ends[1]?.();
  expect(await other).toBe(1);
});

test('a read that fails is told to those who asked for it, and the next one is made', async () => {
  let reads = 0;
  const ask = coalesce(async () => {
    reads += 1;
    if (reads === 1) throw new Error('no connection');
    return reads;
  });
  const failed = ask('a');
  const next = ask('a');
  await expect(failed).rejects.toThrow('no connection');
  expect(await next).toBe(2);
});
