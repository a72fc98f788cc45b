import type { Position } from '#domain/geo/position';
import type { MapGround } from '../../../server/output/paper/map/map-content.ts';
import { at, examplePlan } from '../../output/paper/support/example-plan.ts';

/** A town as dense as the demo city's: streets every 60 m and 600 buildings on the map. */
export function townAround(): MapGround {
  const { water, waterways, roads } = examplePlan().surroundings.ground;
  const grid = Array.from({ length: 32 }, (_, index) => index * 60 - 600);
  const street = (line: readonly Position[]) => ({ line, breadth: 'minor' as const, name: null });
  return {
    water,
    waterways,
    roads: [
      ...roads,
      ...grid.map((east) => street(grid.map((north) => at(east + 6 * Math.sin(north), north)))),
      ...grid.map((north) => street(grid.map((east) => at(east, north + 6 * Math.cos(east))))),
    ],
    buildings: Array.from({ length: 600 }, (_, index) => {
      const [x, y] = [(index % 30) * 30 - 80, Math.floor(index / 30) * 24 - 240];
      return [[at(x, y), at(x + 11, y), at(x + 11, y + 9), at(x, y + 9), at(x, y)]];
    }),
  };
}
