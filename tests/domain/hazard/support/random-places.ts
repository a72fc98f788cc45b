import { bboxOf } from '#domain/geo/bbox';
import { localScale } from '#domain/geo/distance';
import type { PolygonCoordinates, Position } from '#domain/geo/position';

/** Distances to an edge, on both sides of the millimetre and of nothing. */
const OFFSETS_METERS = [0, 0.0003, 0.0009, 0.0011, 0.005, 0.1, 3];

/** A place to judge, picked where mistakes are made: corners, edges, level with a corner, beside an edge. */
export function randomPlace(
  polygons: readonly PolygonCoordinates[],
  random: () => number,
): Position {
  const edges = polygons
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, at) => [ring[at] ?? to, to] as const));
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const [from, to] = pick(edges);
  const [west, south, east, north] = bboxOf(polygons.flat(2));
  const anywhere = (low: number, high: number) => low + (1.4 * random() - 0.2) * (high - low);
  const kinds: (() => Position)[] = [
    () => from,
    () => along(from, to, 0.5),
    () => along(from, to, random()),
    () => [anywhere(west, east), from[1]],
    () => [from[0], anywhere(south, north)],
    () => [along(from, to, random())[0], pick(edges)[0][1]],
    () => beside(from, to, random(), pick(OFFSETS_METERS) * pick([-1, 1])),
    () => [anywhere(west, east), anywhere(south, north)],
  ];
  return pick(kinds)();
}

function along(from: Position, to: Position, part: number): Position {
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}

function beside(from: Position, to: Position, part: number, meters: number): Position {
  const [lng, lat] = along(from, to, part);
  const scale = localScale(lat);
  const east = (to[0] - from[0]) * scale.metersPerDegreeLng;
  const north = (to[1] - from[1]) * scale.metersPerDegreeLat;
  const length = Math.hypot(east, north) || 1;
  return [
    lng - (meters * north) / length / scale.metersPerDegreeLng,
    lat + (meters * east) / length / scale.metersPerDegreeLat,
  ];
}
