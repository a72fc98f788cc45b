import type { Place } from '../frame.ts';
import { cellAt, sample } from '../ground/grid.ts';
import type { Terrain } from '../ground/terrain.ts';
import type { Random } from '../random.ts';
import type { Building } from './building.ts';
import { BuildingPlots } from './building-plots.ts';
import type { RoadChain } from './road-chains.ts';
import type { RoadClass } from './road-classes.ts';
import type { RoadPlan } from './roads.ts';

interface Lot extends Building {
  readonly rank: number;
}

const STEEPEST_DEGREES = 28;
/** Water that no house stands in. */
const STREAM_CATCHMENT = 1.2e5;
/** Roads without a town still have a house here and there. */
const LONELY: Readonly<Record<RoadClass, number>> = {
  national: 0.05,
  prefectural: 0.07,
  main: 0.07,
  street: 0.09,
  lane: 0.08,
  track: 0.004,
};

/**
 * Houses on lots along the roads, where the ground is flat enough: the more built-up the place, the
 * closer, larger and higher. Of all lots the `count` best are built on, less those without room.
 */
export function build(
  terrain: Terrain,
  plan: RoadPlan,
  chains: readonly RoadChain[],
  count: number,
  random: Random,
): Building[] {
  const lots: Lot[] = [];
  for (const [road, chain] of chains.entries())
    for (const side of [-1, 1]) lots.push(...lotsAlong(terrain, plan, chain, road, side, random));
  lots.sort((a, b) => b.rank - a.rank);
  const plots = new BuildingPlots(chains);
  const buildings: Building[] = [];
  for (const { rank: _, ...building } of lots) {
    if (buildings.length >= count) break;
    if (!plots.hasRoom(building)) continue;
    plots.add(building);
    buildings.push(building);
  }
  return buildings;
}

function lotsAlong(
  terrain: Terrain,
  { urbanity, ground }: RoadPlan,
  { points, roadClass, widthCentimeters }: RoadChain,
  road: number,
  side: number,
  random: Random,
): Lot[] {
  const lots: Lot[] = [];
  let untilNext = random.between(3, 10);
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const piece = Math.hypot(b.x - a.x, b.y - a.y);
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    while (untilNext <= piece) {
      const here = {
        x: a.x + untilNext * Math.cos(angle),
        y: a.y + untilNext * Math.sin(angle),
      };
      const urban = sample(ground.grid, urbanity, here.x, here.y);
      const size = sizeOf(urban, roadClass, random);
      untilNext += size.frontMeters + random.between(1.5, 4) + (1 - urban) * random.between(0, 9);
      const setback = widthCentimeters / 200 + random.between(1.5, 3.5) + size.depthMeters / 2;
      const middle = {
        x: here.x - side * setback * Math.sin(angle),
        y: here.y + side * setback * Math.cos(angle),
      };
      if (!isBuildable(terrain, middle)) continue;
      const likely = Math.min(1, Math.max(LONELY[roadClass], 1.5 * urban ** 0.8));
      if (!random.chance(likely)) continue;
      lots.push({
        ...middle,
        ...size,
        angle: angle + random.between(-0.03, 0.03),
        road,
        rank: random.next() * (0.55 + 0.45 * urban),
      });
    }
    untilNext -= piece;
  }
  return lots;
}

function isBuildable(terrain: Terrain, { x, y }: Place): boolean {
  const { grid, slopes, heights, drainage } = terrain;
  const cell = cellAt(grid, x, y);
  return (
    sample(grid, heights, x, y) > 1 &&
    sample(grid, slopes, x, y) < STEEPEST_DEGREES &&
    drainage.catchment[cell]! < STREAM_CATCHMENT
  );
}

function sizeOf(urban: number, roadClass: RoadClass, random: Random) {
  const isBig = random.chance(urban > 0.7 ? 0.22 : 0.05) && roadClass !== 'lane';
  if (isBig) {
    const high =
      urban > 0.75 && random.chance(0.5) ? random.between(12, 45) : random.between(5, 12);
    return {
      frontMeters: random.between(15, 32),
      depthMeters: random.between(12, 24),
      heightMeters: Math.round(high),
    };
  }
  return {
    frontMeters: random.between(7.5, 12.5),
    depthMeters: random.between(6.5, 11),
    heightMeters: random.chance(0.75) ? 7 : 4,
  };
}
