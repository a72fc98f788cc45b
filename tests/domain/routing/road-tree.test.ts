import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree } from '#domain/routing/graph/road-tree';
import { roadBetween } from './support/drawing.ts';

const anywhere = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -89, max: 89, noNaN: true }),
);

test('a road is found where any of its vertices lies, to the last digit', () => {
  fc.assert(
    fc.property(fc.array(anywhere, { minLength: 2, maxLength: 8 }), (line) => {
      const roads = [roadBetween('r', ['a', 'b'], line), roadBetween('s', ['b', 'c'], line)];
      const table = buildRoadTable({ roads, barriers: [], restrictions: [] });
      const tree = buildRoadTree(table);
      for (const [lng, lat] of line)
        expect(tree?.search(lng, lat, lng, lat).sort()).toEqual([0, 1]);
    }),
  );
});

test('a road three metres away is not', () => {
  const line: [number, number][] = [
    [135, 31],
    [135.001, 31.001],
  ];
  const roads = [roadBetween('r', ['a', 'b'], line)];
  const table = buildRoadTable({ roads, barriers: [], restrictions: [] });
  const west = 135 - 3.2 / 95_500;
  expect(buildRoadTree(table)?.search(west, 31, west, 31)).toEqual([]);
});
