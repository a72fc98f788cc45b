import type { Place } from '../frame.ts';
import { cellX, cellY } from '../ground/grid.ts';
import type { Terrain } from '../ground/terrain.ts';
import type { Settlement } from '../places/settlements.ts';
import type { Random } from '../random.ts';
import { directionField } from './direction-field.ts';
import type { RoadClass } from './road-classes.ts';
import { roadGround } from './road-costs.ts';
import { makeNetwork, type RoadNetwork } from './road-network.ts';
import { traceStreets } from './street-tracer.ts';
import { trafficOf } from './traffic.ts';
import { trunkLines } from './trunk-lines.ts';
import { linkSites } from './trunk-roads.ts';
import { urbanityOf } from './urbanity.ts';

export interface RoadPlan {
  readonly network: RoadNetwork;
  readonly urbanity: Float32Array;
  readonly ground: ReturnType<typeof roadGround>;
}

/** Share of the busiest link's traffic from which a road is of each class. */
const CLASSES: readonly (readonly [leastTraffic: number, roadClass: RoadClass])[] = [
  [0.22, 'national'],
  [0.045, 'prefectural'],
  [0.008, 'main'],
  [0, 'street'],
];

/** Roads of the city: between the settlements by the easiest way, into the hills, and streets in the towns. */
export function layRoads(
  terrain: Terrain,
  settlements: readonly Settlement[],
  hillRoads: number,
  random: Random,
): RoadPlan {
  const ground = roadGround(terrain);
  const hills = hillSites(terrain, settlements, hillRoads, random.fork('hills'));
  const links = linkSites(ground, [...settlements, ...hills], 1.9);
  const sizes = [...settlements.map(({ size }) => size), ...hills.map(() => 0)];
  const traffic = trafficOf(links, sizes);
  const classed = links.map((link, index) => {
    const isTrack = traffic[index] === 0;
    const roadClass = isTrack
      ? 'track'
      : (CLASSES.find(([least]) => traffic[index]! >= least)?.[1] ?? 'street');
    return { ...link, roadClass, name: nameOf(roadClass, link.from + link.to) };
  });
  const trunks = trunkLines(ground, classed, random.fork('trunks'));
  const urbanity = urbanityOf(terrain, ground, settlements);
  const direction = directionField(ground, trunks);
  const streets = traceStreets(
    { terrain, ground, urbanity, direction },
    trunks,
    random.fork('streets'),
  );
  return { network: makeNetwork([...trunks, ...streets]), urbanity, ground };
}

/** Numbers that no real road of the kind bears. */
function nameOf(roadClass: RoadClass, number: number): string | null {
  if (roadClass === 'national') return '国道901号';
  return roadClass === 'prefectural' ? `県道${901 + (number % 60)}号` : null;
}

/** Ends of forest roads: places in the hills that are not too steep, away from the settlements. */
function hillSites(
  terrain: Terrain,
  settlements: readonly Settlement[],
  count: number,
  random: Random,
): Place[] {
  const { grid, heights, slopes } = terrain;
  const sites: Place[] = [];
  for (let attempt = 0; attempt < count * 60 && sites.length < count; attempt += 1) {
    const cell = random.integer(0, heights.length - 1);
    const place = { x: cellX(grid, cell), y: cellY(grid, cell) };
    if (heights[cell]! < 40 || heights[cell]! > 520 || slopes[cell]! > 22) continue;
    const near = (other: Place) => Math.hypot(other.x - place.x, other.y - place.y);
    if (settlements.some((one) => near(one) < 450) || sites.some((one) => near(one) < 600))
      continue;
    sites.push(place);
  }
  return sites;
}
