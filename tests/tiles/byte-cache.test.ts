import { expect, test } from 'vitest';
import { ByteCache } from '../../server/tiles/byte-cache.ts';

const bytes = (length: number) => new Uint8Array(length);

test('what was used longest ago makes room', () => {
  const cache = new ByteCache(3500);
  for (const key of ['a', 'b', 'c']) cache.set(key, bytes(1000));
  cache.get('a');
  cache.set('d', bytes(1000));
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('a second value of a key takes the place of the first', () => {
  const cache = new ByteCache(3500);
  for (let turn = 0; turn < 10; turn += 1) cache.set('a', bytes(1000 + turn));
  cache.set('b', bytes(1000));
  expect(cache.get('a')).toHaveLength(1009);
  expect(cache.get('b')).toHaveLength(1000);
});

test('empty values count, and one too large is not kept', () => {
  const cache = new ByteCache(1000);
  for (let key = 0; key < 1000; key += 1) cache.set(String(key), bytes(0));
  expect(cache.get('0')).toBeUndefined();
  expect(cache.get('999')).toHaveLength(0);
  cache.set('large', bytes(2000));
  expect(cache.get('large')).toBeUndefined();
});
