import { localScale } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import type { IndexedZone } from '#domain/hazard/zone-index';
import type { Road, RoadKind } from '#domain/road/road';
import { seededRandom } from './random.ts';

/*
 * A made-up network of hilly towns: broken grids of streets, roads between the towns, and valley roads that
 * branch like trees and seldom meet again. Every junction of two roads is a node as every bend is, as in
 * OpenStreetMap cut at each node: the same numbers of nodes as the peers count.
 */
export const CITY_NODES = 60_000;
export const PREFECTURE_NODES = 1_000_000;

const SOUTH_WEST: Position = [132.3, 34.2];
const TOWN_SIDE = 40;
const TOWN_SPACING_METERS = 4200;
const STREET_METERS = 62;
const BEND_METERS = 50;

const SCALE = localScale(SOUTH_WEST[1]);
const OPEN = { foot: 'yes', wheelchair: 'yes', car: 'yes', emergency: 'yes' } as const;

/** The roads of a network of so many nodes; the same numbers give the same roads on every machine. */
export function* makeRoads(nodeCount: number): Generator<Road> {
  const random = seededRandom(7);
  const places: number[] = [];
  let roadCount = 0;
  const add = (east: number, north: number) => places.push(east, north) / 2 - 1;
  const join = (from: number, to: number, kind: RoadKind, isOneway = false): Road => {
    roadCount += 1;
    return {
      id: `road/${roadCount}`,
      ends: [`node/${from}`, `node/${to}`],
      line: [positionAt(places, from), positionAt(places, to)],
      elevationsMeters: null,
      kind,
      name: null,
      width: { leastMeters: 3 + (roadCount % 7), mostMeters: 3 + (roadCount % 7), from: 'demo' },
      lanes: null,
      surface: 'paved',
      isBridge: false,
      isTunnel: false,
      stepCount: 0,
      oneway: isOneway ? 'forward' : 'both',
      access: OPEN,
      maxHeightMeters: null,
      maxWeightTonnes: null,
    };
  };
  const bend = function* (from: number, to: number, kind: RoadKind): Generator<Road> {
    const [x, y] = [places[2 * from] ?? 0, places[2 * from + 1] ?? 0];
    const [east, north] = [(places[2 * to] ?? 0) - x, (places[2 * to + 1] ?? 0) - y];
    const pieces = Math.max(1, Math.round(Math.hypot(east, north) / BEND_METERS));
    let before = from;
    for (let piece = 1; piece <= pieces; piece += 1) {
      const part = piece / pieces;
      const sway = 0.05 * Math.sin(9 * part) * Math.sin(Math.PI * part);
      const next =
        piece === pieces ? to : add(x + part * east - sway * north, y + part * north + sway * east);
      valley.push(next);
      yield join(before, next, kind);
      before = next;
    }
  };
  const townCount = Math.max(1, Math.round((nodeCount * 0.55) / TOWN_SIDE ** 2));
  const columns = Math.ceil(Math.sqrt(townCount));
  const gates: number[][] = [];
  const valley: number[] = [];
  for (let town = 0; town < townCount; town += 1) {
    const west = (town % columns) * TOWN_SPACING_METERS + random() * 500;
    const south = Math.floor(town / columns) * TOWN_SPACING_METERS + random() * 500;
    const shake = () => (random() - 0.5) * 28;
    const first = places.length / 2;
    for (let node = 0; node < TOWN_SIDE ** 2; node += 1)
      add(
        west + (node % TOWN_SIDE) * STREET_METERS + shake(),
        south + Math.floor(node / TOWN_SIDE) * STREET_METERS + shake(),
      );
    for (let line = 0; line < TOWN_SIDE; line += 1)
      for (const isAcross of [true, false]) {
        const isMain = line % 10 === 0;
        const isOneway = !isMain && random() < 0.06;
        for (let step = 1; step < TOWN_SIDE; step += 1) {
          if (!isMain && random() < 0.15) continue;
          const at = (one: number) =>
            first + (isAcross ? line * TOWN_SIDE + one : one * TOWN_SIDE + line);
          yield join(at(step - 1), at(step), isMain ? 'tertiary' : 'street', isOneway);
        }
      }
    const middle = TOWN_SIDE / 2;
    const last = TOWN_SIDE - 1;
    gates.push([
      first + middle * TOWN_SIDE,
      first + middle * TOWN_SIDE + last,
      first + middle,
      first + last * TOWN_SIDE + middle,
    ]);
  }
  for (let town = 0; town < townCount; town += 1) {
    const [, east = 0, , north = 0] = gates[town] ?? [];
    const [toWest] = town % columns < columns - 1 ? (gates[town + 1] ?? []) : [];
    const [, , toSouth] = gates[town + columns] ?? [];
    if (toWest !== undefined) yield* bend(east, toWest, 'primary');
    if (toSouth !== undefined) yield* bend(north, toSouth, 'secondary');
  }
  if (valley.length === 0) valley.push(...(gates[0] ?? []));
  while (places.length / 2 < nodeCount) {
    let before = valley[Math.floor(random() * valley.length)] ?? 0;
    let heading = random() * 2 * Math.PI;
    const pieces = 4 + Math.floor(random() * random() * 60);
    for (let piece = 0; piece < pieces && places.length / 2 < nodeCount; piece += 1) {
      heading += (random() - 0.5) * 0.7;
      const next = add(
        (places[2 * before] ?? 0) + Math.cos(heading) * 45,
        (places[2 * before + 1] ?? 0) + Math.sin(heading) * 45,
      );
      yield join(before, next, piece % 5 === 0 ? 'service' : 'street');
      if (piece % 3 === 2) valley.push(next);
      before = next;
    }
    if (random() < 0.05) {
      const other = valley[Math.floor(random() * valley.length)] ?? 0;
      const gap = Math.hypot(
        (places[2 * other] ?? 0) - (places[2 * before] ?? 0),
        (places[2 * other + 1] ?? 0) - (places[2 * before + 1] ?? 0),
      );
      if (gap < 900 && other !== before) yield join(before, other, 'street');
    }
  }
}

function positionAt(places: readonly number[], node: number): Position {
  return [
    SOUTH_WEST[0] + (places[2 * node] ?? 0) / SCALE.metersPerDegreeLng,
    SOUTH_WEST[1] + (places[2 * node + 1] ?? 0) / SCALE.metersPerDegreeLat,
  ];
}

/** Zones of 40 vertices, 40 to 120 m from their middle, near some of these places (lng, lat …). */
export function* makeZonesAt(places: Float64Array, count: number): Generator<IndexedZone> {
  const random = seededRandom(5);
  for (let number = 0; number < count; number += 1) {
    const place = 2 * Math.floor((random() * places.length) / 2);
    const lng = (places[place] ?? 0) + (random() - 0.5) * 0.002;
    const lat = (places[place + 1] ?? 0) + (random() - 0.5) * 0.002;
    const radius = 40 + random() * 80;
    const ring = Array.from({ length: 40 }, (_, corner): Position => {
      const angle = (corner / 40) * 2 * Math.PI;
      const reach = radius * (0.7 + 0.3 * random());
      return [
        lng + (reach * Math.cos(angle)) / SCALE.metersPerDegreeLng,
        lat + (reach * Math.sin(angle)) / SCALE.metersPerDegreeLat,
      ];
    });
    yield {
      id: `zone-${number}`,
      phenomenon: PHENOMENA[number % 3] ?? 'landslide',
      zoneClass: ZONE_CLASSES[number % 3 === 0 ? 0 : 2] ?? 'red',
      redNotSurveyed: false,
      geometry: { type: 'MultiPolygon', coordinates: [[[...ring, ring[0] ?? [lng, lat]]]] },
    };
  }
}
