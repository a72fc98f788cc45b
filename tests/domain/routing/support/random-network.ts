import type { Position } from '#domain/geo/position';
import type { IndexedZone } from '#domain/hazard/zone-index';
import type { Road, RoadNetwork } from '#domain/road/road';
import type { RouteMetric } from '#domain/routing/cost/route-metric';
import { at, box, zoneOf } from '../../hazard/support/zones.ts';
import { OPEN_TO_ALL, roadBetween } from './drawing.ts';

type Random = () => number;

/**
 * A small town with everything that leads a search astray: winding ways of two-road junctions, parallel
 * roads, loops, roads without length, dead ends, islands, one-way streets, barriers, restricted turns,
 * roads that are not for everybody.
 */
export function randomNetwork(random: Random): RoadNetwork {
  const side = 3 + Math.floor(random() * 3);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const places = Array.from({ length: side * side }, (_, number) =>
    at((number % side) * 60 + random() * 30, Math.floor(number / side) * 60 + random() * 30),
  );
  const roads: Road[] = [];
  const place = (junction: number) => places[junction] as Position;
  const add = (from: number, to: number) => {
    const bend = at(random() * side * 60, random() * side * 60);
    const line = random() < 0.3 ? [place(from), bend, place(to)] : [place(from), place(to)];
    const given: Partial<Road> = {
      oneway: random() < 0.75 ? 'both' : pick(['forward', 'backward']),
      kind: random() < 0.1 ? 'steps' : 'street',
      stepCount: 0,
      access: random() < 0.08 ? { ...OPEN_TO_ALL, foot: 'no', car: 'no' } : OPEN_TO_ALL,
      width: random() < 0.2 ? null : { leastMeters: 6, mostMeters: 6, from: 'survey' },
    };
    roads.push(roadBetween(`r${roads.length}`, [`j${from}`, `j${to}`], line, given));
  };
  for (let junction = 0; junction < places.length; junction += 1) {
    if (random() < 0.75 && junction % side < side - 1 && junction + 1 < places.length)
      add(junction, junction + 1);
    if (random() < 0.75 && junction + side < places.length) add(junction, junction + side);
    if (random() < 0.08) add(junction, Math.floor(random() * places.length));
    if (random() < 0.05) add(junction, junction);
    if (random() < 0.5) {
      // A junction in the middle of nothing, where two roads make one way.
      places.push(at(random() * side * 60, random() * side * 60));
      add(junction, places.length - 1);
      if (random() < 0.7) add(places.length - 1, Math.floor(random() * side * side));
    }
    if (places.length > 60) break;
  }
  if (roads.length < 2) return randomNetwork(random);
  const junctionsOf = (road: Road) => pick(road.ends);
  const barriers = roads
    .filter(() => random() < 0.05)
    .map((road) => ({
      junction: junctionsOf(road),
      kind: 'bollard',
      access: { ...OPEN_TO_ALL, car: 'no' as const, foot: pick(['yes', 'no'] as const) },
    }));
  const restrictions = Array.from({ length: Math.floor(random() * 8) }, () => {
    const from = pick(roads);
    const junction = junctionsOf(from);
    const to = pick(roads.filter(({ ends }) => ends.includes(junction)));
    const kind = random() < 0.7 ? ('no' as const) : ('only' as const);
    return { kind, fromRoad: from.id, junction, toRoad: to.id, except: [] };
  });
  return { roads, barriers, restrictions };
}

/** Boxes of every class over the town. */
export function randomZones(random: Random, count: number): IndexedZone[] {
  return Array.from({ length: count }, (_, number) => {
    const [west, south] = [random() * 250, random() * 250];
    const [east, north] = [west + 5 + random() * 60, south + 5 + random() * 60];
    return zoneOf([[box(west, south, east, north)]], {
      id: `z${number}`,
      zoneClass: random() < 0.5 ? 'red' : random() < 0.5 ? 'red-before-designation' : 'yellow',
    });
  });
}

/** A place anywhere on a road, at its ends more often than chance would have it. */
export function randomPlace({ table }: RouteMetric, random: Random) {
  const road = Math.floor(random() * table.roadCount);
  const part = random() < 0.2 ? 0 : random() < 0.2 ? 1 : random();
  return { road, alongMeters: part * (table.lengthsMeters[road] ?? 0) };
}
