import { localScale } from '#domain/geo/distance';
import type { LocatedPosition } from '#domain/resident/accuracy';
import { assertKnownPosition, assertMeters, type KnownPosition } from './assert-place.ts';
import { describeZone } from './describe-zone.ts';
import { type HazardJudgement, type JudgeOptions, judgePoint } from './exposure.ts';
import {
  OUTSIDE_JUDGEMENT,
  summarise,
  UNDETERMINED_JUDGEMENT,
  type ZoneJudgement,
} from './judgement.ts';
import { buildPointGrid } from './point-grid.ts';
import { forEachCandidate } from './point-join.ts';
import { signedDistanceToZone } from './point-to-zone.ts';
import { relationOfPoint } from './relation-rule.ts';
import type { BoundaryPoint } from './zone-boundary.ts';
import type { ZoneIndex } from './zone-index.ts';

/**
 * Places that reach farther, such as those known to their town only, are asked of the tree: they have so
 * many zones around that finding them costs little beside measuring them.
 */
const GRID_REACH_METERS = 200;

/**
 * `judgePoint` of many places, in their order: several times quicker than one by one.
 *
 * @throws RangeError as `judgePoint` does
 */
export function judgePoints(
  index: ZoneIndex,
  places: readonly LocatedPosition[],
  options: JudgeOptions,
): HazardJudgement[] {
  const { marginMeters } = options;
  assertMeters('marginMeters', marginMeters);
  const near: KnownPosition[] = [];
  const numbers: number[] = [];
  const points = new Float64Array(3 * places.length);
  const judgements = places.map((located, number) => {
    if (located.accuracy === 'none') return UNDETERMINED_JUDGEMENT;
    assertKnownPosition(located);
    const reachMeters = located.radiusMeters + marginMeters;
    if (reachMeters > GRID_REACH_METERS) return judgePoint(index, located, options);
    points[3 * near.length] = located.position[0];
    points[3 * near.length + 1] = located.position[1];
    points[3 * near.length + 2] = reachMeters;
    near.push(located);
    numbers.push(number);
    return OUTSIDE_JUDGEMENT;
  });
  const zonesOfPlace = new Map<number, ZoneJudgement[]>();
  const nearest: BoundaryPoint = { distanceMeters: 0, lng: 0, lat: 0 };
  const grid = buildPointGrid(points.subarray(0, 3 * near.length));
  forEachCandidate(index, grid, (point, zone, lng, lat, reachMeters) => {
    const scale = localScale(lat);
    const meters = signedDistanceToZone(index, zone, lng, lat, scale, reachMeters, nearest);
    if (meters > reachMeters) return;
    // Only now is the place itself looked at, which lies anywhere in memory.
    const relation = relationOfPoint(meters, near[point]!, marginMeters);
    if (relation === 'outside') return;
    const number = numbers[point]!;
    const zones = zonesOfPlace.get(number) ?? [];
    zones.push(describeZone(index, zone, relation, meters, nearest));
    zonesOfPlace.set(number, zones);
  });
  for (const [number, zones] of zonesOfPlace) judgements[number] = summarise(zones);
  return judgements;
}
