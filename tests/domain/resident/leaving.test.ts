import { expect, test } from 'vitest';
import { isLargeDeparture } from '#domain/resident/leaving';

test('a tenth of the roster or a hundred people leave it by no ordinary change', () => {
  const ask = (count: number, of: number) => isLargeDeparture({ count, of });
  expect([ask(0, 0), ask(0, 50), ask(5, 50), ask(100, 6000)]).toEqual([false, false, false, false]);
  expect([ask(6, 50), ask(101, 6000), ask(5921, 6000)]).toEqual([true, true, true]);
});
