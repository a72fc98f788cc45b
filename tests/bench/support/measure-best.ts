import { treeToEnds } from '#domain/routing/search/best-end';
import { drawRoutes } from '#domain/routing/search/draw-routes';
import { PlainNetwork } from './route-plain.ts';
import type { RouteScene } from './route-scene.ts';
import { timeInTurns } from './timing.ts';

const RESIDENTS = 5000;
const SHELTERS = 30;

/**
 * 5,000 residents to the best of 30 shelters with geometry, beside what pgRouting does at its best: a search
 * backwards from each shelter, without geometry.
 */
export async function measureBest({ metric, pickPlace }: RouteScene) {
  const residents = Array.from({ length: RESIDENTS }, pickPlace);
  const shelters = Array.from({ length: SHELTERS }, pickPlace);
  const plain = new PlainNetwork(metric);
  const ours = () => {
    const tree = treeToEnds(metric, shelters);
    if (tree === null) throw new Error('stopped');
    return drawRoutes(tree, residents);
  };
  const theirs = () => {
    const best = new Float64Array(RESIDENTS).fill(Infinity);
    for (const shelter of shelters) {
      const costs = plain.costsTo(shelter);
      for (const [at, resident] of residents.entries())
        for (const [junction, cost] of plain.startOf(resident))
          best[at] = Math.min(best[at] ?? Infinity, cost + (costs[junction] ?? Infinity));
    }
    return best;
  };
  const times = await timeInTurns(ours, theirs, { warmUp: 8, counted: 7 });
  const expected = theirs();
  const drawn = ours();
  const vertices = drawn.coordinates.length / 2;
  // Who lives on the shelter's own road needs no junction, which the peer does not see.
  const roads = new Set(shelters.map(({ road }) => road));
  const sameAnswers = residents.every(
    ({ road }, at) => roads.has(road) || drawn.costs[at] === expected[at],
  );
  return { ...times, sameAnswers, figures: { vertices } };
}
