import { localScale } from '#domain/geo/distance';
import { ROAD_FLAGS, type RoadTable } from './road-table.ts';

/** A slope is read over this much at least: shorter, and the steps of the terrain model would be slopes. */
const LEAST_RUN_METERS = 10;

export type Slopes = Pick<
  RoadTable,
  'roadCount' | 'firstVertices' | 'coordinates' | 'elevationsMeters' | 'lengthsMeters' | 'flags'
>;

/**
 * Visits a road from its start in runs of one slope each, in percent, up positive as the line runs; NaN
 * where no terrain is known. On a bridge and in a tunnel the terrain is not the road: it is taken to run
 * straight from end to end.
 */
export function forEachSlope(
  table: Slopes,
  road: number,
  visit: (lengthMeters: number, slopePercent: number) => void,
): void {
  const { firstVertices, coordinates, elevationsMeters, lengthsMeters, flags } = table;
  const lengthMeters = lengthsMeters[road]!;
  const first = firstVertices[road]!;
  const last = firstVertices[road + 1]! - 1;
  const isStraight = (flags[road]! & (ROAD_FLAGS.bridge | ROAD_FLAGS.tunnel)) !== 0;
  const riseMeters = elevationsMeters[last]! - elevationsMeters[first]!;
  if (isStraight || last === first + 1 || lengthMeters < 2 * LEAST_RUN_METERS) {
    // Too short for a slope of its own: level, unless nothing is known.
    const isShort = lengthMeters < LEAST_RUN_METERS;
    visit(lengthMeters, isShort ? 0 * riseMeters : (100 * riseMeters) / lengthMeters);
    return;
  }
  const scale = localScale(coordinates[2 * first + 1]!);
  let visitedMeters = 0;
  let runMeters = 0;
  let runStart = first;
  for (let vertex = first + 1; vertex < last; vertex += 1) {
    const east =
      (coordinates[2 * vertex]! - coordinates[2 * vertex - 2]!) * scale.metersPerDegreeLng;
    const north =
      (coordinates[2 * vertex + 1]! - coordinates[2 * vertex - 1]!) * scale.metersPerDegreeLat;
    runMeters += Math.sqrt(east * east + north * north);
    const isEnough =
      runMeters >= LEAST_RUN_METERS && lengthMeters - visitedMeters - runMeters >= LEAST_RUN_METERS;
    if (!isEnough) continue;
    visit(runMeters, slopeBetween(elevationsMeters, runStart, vertex, runMeters));
    visitedMeters += runMeters;
    runMeters = 0;
    runStart = vertex;
  }
  const restMeters = lengthMeters - visitedMeters;
  visit(restMeters, slopeBetween(elevationsMeters, runStart, last, restMeters));
}

function slopeBetween(
  elevationsMeters: Float32Array,
  from: number,
  to: number,
  lengthMeters: number,
): number {
  return (100 * (elevationsMeters[to]! - elevationsMeters[from]!)) / lengthMeters;
}

/** The steepest run of each road in percent, up positive; NaN where no run is known. */
export function steepestSlopes(table: Slopes): Float32Array {
  const steepest = new Float32Array(table.roadCount).fill(Number.NaN);
  for (let road = 0; road < table.roadCount; road += 1)
    forEachSlope(table, road, (_, slopePercent) => {
      const known = steepest[road]!;
      if (Number.isNaN(known) || Math.abs(slopePercent) > Math.abs(known))
        steepest[road] = slopePercent;
    });
  return steepest;
}
