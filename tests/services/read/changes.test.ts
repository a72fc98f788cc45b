import { describe, expect, test } from 'vitest';
import { netChange } from '../../../server/services/read/changes.ts';

const run = (newlyInside: string[], noLongerInside: string[]) => ({
  difference: { newlyInside, noLongerInside, newlyUndetermined: [], noLongerUndetermined: [] },
});
const net = (...runs: ReturnType<typeof run>[]) => {
  const { came, went } = netChange(runs, 'newlyInside', 'noLongerInside');
  return { came: [...came], went: [...went] };
};

describe('what several checks changed together', () => {
  test('who came stays, who went stays', () => {
    expect(net(run(['a'], ['b']), run(['c'], []))).toEqual({ came: ['a', 'c'], went: ['b'] });
  });
  test('who came and went again is in neither, nor who went and came back', () => {
    expect(net(run(['a'], ['b']), run(['b'], ['a']))).toEqual({ came: [], went: [] });
  });
});
