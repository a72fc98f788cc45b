import type { Position } from '#domain/geo/position';
import { textAt } from '#domain/text/packed-texts';
import type { RouteMetric } from '../cost/route-metric.ts';
import { exposeLine } from '../exposure/line-exposure.ts';
import { addExposures, measureExposure, type RoadPart } from '../exposure/measure-exposure.ts';
import { reasonsOf } from '../profiles/reasons.ts';
import { WALKING_ELDERLY } from '../profiles/walking.ts';
import type { RoadPlace } from '../snap/road-place.ts';
import { type DrawnPart, legsOf } from './legs.ts';
import { pointsOfPart } from './part-line.ts';
import type { NarrowestWidth, Route, StepTally, UnknownStretch, Walk } from './route.ts';
import { profileOf } from './route-profile.ts';

/** Where a route begins or ends: the place itself, and where its road is met. */
export interface RouteEnd {
  readonly position: Position;
  readonly place: RoadPlace;
}

/**
 * All that is told about a way that was found. `parts` are those of a path between the two places, one
 * after the other where it goes by others.
 */
export function describeRoute(
  metric: RouteMetric,
  parts: readonly RoadPart[],
  from: RouteEnd,
  to: RouteEnd,
): Route {
  const { table } = metric;
  const gone = joinParts(parts);
  const walkToRoad = walkBetween(metric, from.position, from.place.position, from.place.walkMeters);
  const walkFromRoad = walkBetween(metric, to.place.position, to.position, to.place.walkMeters);
  const drawn = gone.map((part): DrawnPart => ({ ...part, points: pointsOfPart(table, part) }));
  return {
    line: lineOf(drawn, from.place.position),
    lengthMeters: gone.reduce((sum, part) => sum + metersOf(part), 0),
    durationSeconds: gone.reduce((sum, part) => sum + secondsOf(metric, part), 0),
    exposure: addExposures([
      walkToRoad.exposure,
      measureExposure(metric.exposure, gone),
      walkFromRoad.exposure,
    ]),
    narrowest: narrowestOf(metric, gone),
    widthUnknownMeters: gone
      .filter(({ road }) => Number.isNaN(table.leastWidthsMeters[road]))
      .reduce((sum, part) => sum + metersOf(part), 0),
    steepestPercent: steepestOf(metric, gone),
    steps: tallySteps(metric, gone),
    unknown: listUnknown(metric, gone),
    walkToRoad,
    walkFromRoad,
    legs: legsOf(metric, drawn),
    profile: profileOf(metric, drawn),
    roadIds: gone.map(({ road }) => textAt(table.roadIds, road)),
  };
}

/** Leaves out parts without length, and joins those of one road gone on the same way. */
function joinParts(parts: readonly RoadPart[]): RoadPart[] {
  const joined: RoadPart[] = [];
  for (const part of parts) {
    if (part.fromMeters === part.toMeters) continue;
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      last.road === part.road &&
      last.toMeters === part.fromMeters &&
      last.toMeters > last.fromMeters === part.toMeters > part.fromMeters;
    if (goesOn) joined[joined.length - 1] = { ...last, toMeters: part.toMeters };
    else joined.push(part);
  }
  return joined;
}

function lineOf(drawn: readonly DrawnPart[], start: Position): Position[] {
  const line = [drawn[0]?.points[0]?.position ?? start];
  for (const { points } of drawn)
    for (let at = 1; at < points.length; at += 1) line.push(points[at]!.position);
  return line;
}

function metersOf({ fromMeters, toMeters }: RoadPart): number {
  return Math.abs(toMeters - fromMeters);
}

function secondsOf(metric: RouteMetric, { road, fromMeters, toMeters }: RoadPart): number {
  return metric.parts.timeCsOf(road, fromMeters, toMeters) / 100;
}

function narrowestOf({ table }: RouteMetric, parts: readonly RoadPart[]): NarrowestWidth | null {
  let narrowest: NarrowestWidth | null = null;
  for (const { road } of parts) {
    const leastMeters = table.leastWidthsMeters[road]!;
    if (!(leastMeters < (narrowest?.leastMeters ?? Infinity))) continue;
    const most = table.mostWidthsMeters[road]!;
    const mostMeters = most === Infinity ? null : most;
    narrowest = { roadId: textAt(table.roadIds, road), leastMeters, mostMeters };
  }
  return narrowest;
}

function steepestOf({ table }: RouteMetric, parts: readonly RoadPart[]): number | null {
  let steepest: number | null = null;
  for (const { road, fromMeters, toMeters } of parts) {
    const slope = table.steepestPercents[road]! * (toMeters < fromMeters ? -1 : 1);
    if (!Number.isNaN(slope) && Math.abs(slope) >= Math.abs(steepest ?? 0)) steepest = slope;
  }
  return steepest;
}

function tallySteps({ table }: RouteMetric, parts: readonly RoadPart[]): StepTally {
  const counts = parts.map(({ road }) => table.stepCounts[road]!).filter((count) => count !== 0);
  const counted = counts.filter((count) => count > 0);
  return {
    flights: counts.length,
    countedSteps: counted.reduce((sum, count) => sum + count, 0),
    uncountedFlights: counts.length - counted.length,
  };
}

function listUnknown(metric: RouteMetric, parts: readonly RoadPart[]): UnknownStretch[] {
  const { table, assessment } = metric;
  const stretches: UnknownStretch[] = [];
  let fromMeters = 0;
  for (const part of parts) {
    const bits = assessment.reasonBits[part.road]!;
    const lengthMeters = metersOf(part);
    if (bits !== 0)
      stretches.push({
        roadId: textAt(table.roadIds, part.road),
        name: table.names[table.nameCodes[part.road]!] ?? null,
        fromMeters,
        lengthMeters,
        reasons: reasonsOf(bits),
      });
    fromMeters += lengthMeters;
  }
  return stretches;
}

function walkBetween(
  { assessment, exposure }: RouteMetric,
  from: Position,
  to: Position,
  lengthMeters: number,
): Walk {
  const { mode, speeds } = assessment.profile;
  const isVehicle = mode === 'car' || mode === 'emergency';
  const speed = (isVehicle ? WALKING_ELDERLY.speeds : speeds).street ?? 1;
  return {
    line: [from, to],
    lengthMeters,
    durationSeconds: lengthMeters / speed,
    exposure: exposeLine(exposure.index, from, to, lengthMeters),
  };
}
