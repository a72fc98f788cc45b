import { sample } from '../ground/grid.ts';
import type { City } from '../plan-city.ts';
import type { Random } from '../random.ts';

/** How much likelier a house in a zone is: who stayed there is old, who was young built on the plain. */
const OLD_HILLSIDE = { red: 5, yellow: 1.5 };

/**
 * Chooses homes of people who need support: any house but the large buildings. Villages have grown
 * old, and so have the houses at the foot of the hills: more of their people are on the roster.
 */
export function homePicker(
  city: City,
  inRed: ReadonlySet<number>,
  inYellow: ReadonlySet<number>,
  random: Random,
): () => number {
  const { buildings, terrain, roads, addresses } = city;
  const sums = new Float64Array(buildings.length);
  let total = 0;
  for (const [index, { x, y, frontMeters }] of buildings.entries()) {
    const urban = sample(roads.ground.grid, roads.urbanity, x, y);
    const slope = sample(terrain.grid, terrain.slopes, x, y);
    const isHome = frontMeters < 15 && addresses.has(index);
    const old = inRed.has(index) ? OLD_HILLSIDE.red : inYellow.has(index) ? OLD_HILLSIDE.yellow : 1;
    total += isHome ? old * (1 + 1.2 * (1 - urban) + Math.min(1, slope / 14)) : 0;
    sums[index] = total;
  }
  return () => {
    const wanted = random.next() * total;
    let from = 0;
    let to = sums.length - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sums[middle]! > wanted) to = middle;
      else from = middle + 1;
    }
    return from;
  };
}
