import { describe, expect, it } from 'vitest';
import { pointsOfPart } from '#domain/routing/route/part-line';
import { findBestEnd, pathByEnd, treeToEnds } from '#domain/routing/search/best-end';
import { drawRoutes } from '#domain/routing/search/draw-routes';
import { seededRandom } from '../../bench/support/random.ts';
import { randomNetwork, randomPlace } from './support/random-network.ts';
import { metricOf } from './support/routers.ts';

/** A route that begins at a junction may name it twice. */
function withoutDoubles(line: readonly (readonly number[])[]) {
  const far = (a = 0, b = 0) => Math.abs(a - b) > 1e-10;
  return line.filter(
    (one, at) => at === 0 || far(one[0], line[at - 1]?.[0]) || far(one[1], line[at - 1]?.[1]),
  );
}

describe('the lines of many routes', () => {
  it('are those of each route by itself, a vertex where two roads meet once', () => {
    const random = seededRandom(12);
    let drawn = 0;
    for (let town = 0; town < 60; town += 1) {
      const metric = metricOf(randomNetwork(random));
      const tree = treeToEnds(
        metric,
        Array.from({ length: 2 }, () => randomPlace(metric, random)),
      );
      if (tree === null) throw new Error('stopped');
      const places = Array.from({ length: 20 }, () => randomPlace(metric, random));
      const lines = drawRoutes(tree, places);
      for (const [at, place] of places.entries()) {
        const [from = 0, to = 0] = lines.firstVertices.subarray(at, at + 2);
        const best = findBestEnd(tree, place);
        expect(lines.destinations[at]).toBe(best?.end ?? -1);
        expect(lines.costs[at]).toBe(best?.cost ?? Infinity);
        if (best === null) {
          expect(to).toBe(from);
          continue;
        }
        drawn += 1;
        const path = pathByEnd(tree, place, best);
        const expected = withoutDoubles(
          path.parts.flatMap((part) => pointsOfPart(metric.table, part).map((one) => one.position)),
        );
        const line = withoutDoubles(
          Array.from({ length: to - from }, (_, vertex) => [
            lines.coordinates[2 * (from + vertex)] ?? 0,
            lines.coordinates[2 * (from + vertex) + 1] ?? 0,
          ]),
        );
        expect(line).toHaveLength(expected.length);
        for (const [vertex, [lng = 0, lat = 0]] of line.entries()) {
          expect(lng).toBeCloseTo(expected[vertex]?.[0] ?? 0, 9);
          expect(lat).toBeCloseTo(expected[vertex]?.[1] ?? 0, 9);
        }
      }
    }
    expect(drawn).toBeGreaterThan(500);
  });
});
