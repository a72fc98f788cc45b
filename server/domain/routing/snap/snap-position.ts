import { distanceMeters, localScale } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { nearestPart } from '#domain/geo/segment';
import { assertPosition } from '#domain/hazard/assert-place';
import { failure, type Result, success } from '#domain/problem';
import type { RoadTable } from '../graph/road-table.ts';
import type { RoadTree } from '../graph/road-tree.ts';
import { ROUTING_FAILURES } from '../routing-failures.ts';
import type { RoadPlace } from './road-place.ts';

/** The first box that is looked through; each that finds nothing is followed by one four times as wide. */
const FIRST_REACH_METERS = 50;

/**
 * The place on the nearest road that somebody may use, with the metres on foot to it; of roads equally
 * near the first. A failure where none lies within `withinMeters`, as at sea.
 *
 * @param isUsable whether a road, by its number, may be snapped to
 * @throws RangeError where the position is no place on earth
 */
export function snapPosition(
  table: RoadTable,
  tree: RoadTree,
  position: Position,
  withinMeters: number,
  isUsable: (road: number) => boolean,
): Result<RoadPlace> {
  assertPosition(position);
  if (tree === null) return failure(ROUTING_FAILURES.noRoads());
  const [lng, lat] = position;
  const scale = localScale(lat);
  for (let reachMeters = Math.min(FIRST_REACH_METERS, withinMeters); ; reachMeters *= 4) {
    const reach = Math.min(reachMeters, withinMeters);
    const east = reach / scale.metersPerDegreeLng;
    const north = reach / scale.metersPerDegreeLat;
    const roads = tree.search(lng - east, lat - north, lng + east, lat + north, isUsable);
    let nearest: RoadPlace | null = null;
    for (const road of roads.sort((a, b) => a - b)) {
      const place = nearestOnRoad(table, road, position);
      if (nearest === null || place.walkMeters < nearest.walkMeters) nearest = place;
    }
    // What is nearer than the box reaches cannot be beaten by what lies outside it.
    if (nearest !== null && nearest.walkMeters <= reach) return success(nearest);
    if (reach >= withinMeters) return failure(ROUTING_FAILURES.farFromRoads(withinMeters));
  }
}

/** The place on a road that is nearest to a position, measured in the plane at the position's latitude. */
export function nearestOnRoad(table: RoadTable, road: number, position: Position): RoadPlace {
  const { firstVertices, coordinates, lengthsMeters } = table;
  const [lng, lat] = position;
  const { metersPerDegreeLng, metersPerDegreeLat } = localScale(lat);
  const last = firstVertices[road + 1]! - 1;
  let nearestMeters = Infinity;
  let found: Position = position;
  let foundAlong = 0;
  let startMeters = 0;
  for (let vertex = firstVertices[road]!; vertex < last; vertex += 1) {
    const fromLng = coordinates[2 * vertex]!;
    const fromLat = coordinates[2 * vertex + 1]!;
    const toLng = coordinates[2 * vertex + 2]!;
    const toLat = coordinates[2 * vertex + 3]!;
    const fromEast = (fromLng - lng) * metersPerDegreeLng;
    const fromNorth = (fromLat - lat) * metersPerDegreeLat;
    const toEast = (toLng - lng) * metersPerDegreeLng;
    const toNorth = (toLat - lat) * metersPerDegreeLat;
    const part = nearestPart(0, 0, fromEast, fromNorth, toEast, toNorth);
    const meters = Math.hypot(
      fromEast + part * (toEast - fromEast),
      fromNorth + part * (toNorth - fromNorth),
    );
    const pieceMeters = distanceMeters([fromLng, fromLat], [toLng, toLat]);
    if (meters < nearestMeters) {
      nearestMeters = meters;
      found = [fromLng + part * (toLng - fromLng), fromLat + part * (toLat - fromLat)];
      foundAlong = startMeters + part * pieceMeters;
    }
    startMeters += pieceMeters;
  }
  return {
    road,
    alongMeters: Math.min(foundAlong, lengthsMeters[road]!),
    position: found,
    walkMeters: nearestMeters,
  };
}
