import { localScale } from '#domain/geo/distance';
import type { PolygonCoordinates, Position } from '#domain/geo/position';
import type { LocatedPosition } from '#domain/resident/accuracy';
import { assertKnownPosition, assertMeters, assertPosition } from './assert-place.ts';
import { describeZone } from './describe-zone.ts';
import {
  type HazardJudgement,
  summarise,
  UNDETERMINED_JUDGEMENT,
  type ZoneJudgement,
} from './judgement.ts';
import { findZonesAround, signedDistanceToZone } from './point-to-zone.ts';
import { relationOfPoint, relationOfShape } from './relation-rule.ts';
import { measureShape, type Shape } from './shape-to-zone.ts';
import type { BoundaryPoint } from './zone-boundary.ts';
import type { ZoneIndex } from './zone-index.ts';

export type { HazardJudgement, ZoneJudgement } from './judgement.ts';

export interface JudgeOptions {
  /** Metres beyond a zone that still count as near it; the city sets it. */
  readonly marginMeters: number;
}

/**
 * How a place lies to the zones, by the accuracy of its position (see `relationOfPoint`).
 *
 * A circle of uncertainty that several zones cover only together is undetermined to each of them.
 *
 * @throws RangeError where margin or radius is negative or not a number, or the position is no place on
 * earth: it must not pass as outside of every zone.
 */
export function judgePoint(
  index: ZoneIndex,
  located: LocatedPosition,
  options: JudgeOptions,
): HazardJudgement {
  if (located.accuracy === 'none') return UNDETERMINED_JUDGEMENT;
  const { marginMeters } = options;
  assertMeters('marginMeters', marginMeters);
  assertKnownPosition(located);
  const [lng, lat] = located.position;
  const scale = localScale(lat);
  const reachMeters = located.radiusMeters + marginMeters;
  const nearest: BoundaryPoint = { distanceMeters: 0, lng: 0, lat: 0 };
  const judgements: ZoneJudgement[] = [];
  for (const zone of findZonesAround(index, lng, lat, scale, reachMeters)) {
    const meters = signedDistanceToZone(index, zone, lng, lat, scale, reachMeters, nearest);
    const relation = relationOfPoint(meters, located, marginMeters);
    if (relation !== 'outside')
      judgements.push(describeZone(index, zone, relation, meters, nearest));
  }
  return summarise(judgements);
}

/**
 * How a line (a way, a route) lies to the zones: inside as soon as a part of it is in a zone or touches
 * it, near within the margin. The distance is the nearest that the line comes to the boundary: 0 where
 * it crosses it, negative where the whole line is inside. A line of one position is that position.
 *
 * @throws RangeError where the margin is negative or not a number, or a position is no place on earth.
 */
export function judgeLine(
  index: ZoneIndex,
  line: readonly Position[],
  options: JudgeOptions,
): HazardJudgement {
  return judgeShape(index, { kind: 'line', paths: [line] }, options);
}

/**
 * How an area (a building, a site) lies to the zones, as `judgeLine` says it; an area that surrounds a
 * zone touches its boundary, so its distance is 0.
 *
 * @throws RangeError where the margin is negative or not a number, or a position is no place on earth.
 */
export function judgePolygon(
  index: ZoneIndex,
  polygon: PolygonCoordinates,
  options: JudgeOptions,
): HazardJudgement {
  return judgeShape(index, { kind: 'area', paths: polygon }, options);
}

function judgeShape(index: ZoneIndex, shape: Shape, { marginMeters }: JudgeOptions) {
  assertMeters('marginMeters', marginMeters);
  for (const path of shape.paths) for (const position of path) assertPosition(position);
  const judgements: ZoneJudgement[] = [];
  for (const { zone, signedDistanceMeters, nearest } of measureShape(index, shape, marginMeters)) {
    const relation = relationOfShape(signedDistanceMeters, marginMeters);
    judgements.push(describeZone(index, zone, relation, signedDistanceMeters, nearest));
  }
  return summarise(judgements);
}
