import { expect, test } from 'vitest';
import { clipLine } from '../../server/tiles/clip-line.ts';
import { seededRandom } from '../bench/support/random.ts';

const BOX = { west: 0, north: 0, east: 10, south: 10 };

test('a line inside stays as it is, one outside is nothing', () => {
  expect(clipLine([1, 1, 5, 5, 9, 1], BOX)).toEqual([[1, 1, 5, 5, 9, 1]]);
  expect(clipLine([-5, -5, -1, 20, -3, 4], BOX)).toEqual([]);
  expect(clipLine([-5, 11, 15, 11], BOX)).toEqual([]);
});

test('a line that leaves and comes back is two parts, cut at the edge', () => {
  expect(clipLine([5, 5, 15, 5, 15, 8, 5, 8], BOX)).toEqual([
    [5, 5, 10, 5],
    [10, 8, 5, 8],
  ]);
  expect(clipLine([-5, 5, 15, 5], BOX)).toEqual([[0, 5, 10, 5]]);
  expect(clipLine([5, 0, 5, -3], BOX)).toEqual([[5, 0, 5, 0]]);
});

test('what is kept is what lies inside: places along random lines', () => {
  const random = seededRandom(5);
  const number = () => random() * 30 - 10;
  for (let time = 0; time < 300; time += 1) {
    const line = Array.from({ length: 12 }, number);
    const lengthOf = (points: readonly number[]) =>
      points.reduce(
        (sum, _, at) =>
          at % 2 === 1 || at === 0
            ? sum
            : sum + Math.hypot(points[at]! - points[at - 2]!, points[at + 1]! - points[at - 1]!),
        0,
      );
    const kept = clipLine(line, BOX).reduce((sum, part) => sum + lengthOf(part), 0);
    let inside = 0;
    const steps = 2000;
    for (let at = 2; at < line.length; at += 2)
      for (let step = 0; step < steps; step += 1) {
        const part = (step + 0.5) / steps;
        const x = line[at - 2]! + part * (line[at]! - line[at - 2]!);
        const y = line[at - 1]! + part * (line[at + 1]! - line[at - 1]!);
        const isIn = x >= 0 && x <= 10 && y >= 0 && y <= 10;
        if (isIn)
          inside += Math.hypot(line[at]! - line[at - 2]!, line[at + 1]! - line[at - 1]!) / steps;
      }
    expect(Math.abs(kept - inside)).toBeLessThan(0.2);
  }
});
