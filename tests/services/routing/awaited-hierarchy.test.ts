import { expect, test } from 'vitest';
import { PathFinder } from '#domain/routing/search/find-path';
import {
  AwaitedHierarchy,
  FinderInWaiting,
} from '../../../server/services/routing/awaited-hierarchy.ts';
import { seededRandom } from '../../bench/support/random.ts';
import { randomNetwork, randomPlace } from '../../domain/routing/support/random-network.ts';
import { metricOf } from '../../domain/routing/support/routers.ts';

test('ways are found by a hierarchy once many were asked for, and are the same', async () => {
  const random = seededRandom(20_261_131);
  const metric = metricOf(randomNetwork(random), {});
  const plain = new PathFinder(metric.topology.coreCount);
  let byOther = 0;
  const awaited = new AwaitedHierarchy(metric.table, metric.topology);
  const finder = new FinderInWaiting(awaited, {
    find: (...pair) => {
      byOther += 1;
      return plain.find(...pair);
    },
  });
  const ask = () => {
    const [from, to] = [randomPlace(metric, random), randomPlace(metric, random)];
    const [ours, expected] = [finder, plain].map((one) => {
      const result = one.find(metric, from, to);
      return result.status === 'found' ? result.path.cost : result.status;
    });
    expect(ours).toBe(expected);
  };
  for (let asked = 0; asked < 20; asked += 1) ask();
  expect(byOther).toBe(20);
  await expect.poll(() => awaited.take(), { timeout: 20_000 }).not.toBeNull();
  // What is closed is asked about for the first time.
  ask();
  for (let asked = 0; asked < 10; asked += 1) ask();
  expect(byOther).toBe(21);
});
