import { ZONE_CLASSES, type ZoneClass } from '#domain/hazard/zone';
import type { RouteMetric } from '../cost/route-metric.ts';
import { EXPOSURE_KINDS } from '../exposure/exposure-kinds.ts';
import type { RoadExposure } from '../exposure/road-exposure.ts';
import type { DrawnPart } from './legs.ts';
import { type LinePoint, pointsOfPart } from './part-line.ts';
import type { ProfilePoint } from './route.ts';

/** The route from point to point: its vertices, and where it enters or leaves a zone. */
export function profileOf(metric: RouteMetric, parts: readonly DrawnPart[]): ProfilePoint[] {
  const { table, exposure } = metric;
  const profile: ProfilePoint[] = [];
  let startMeters = 0;
  for (const part of parts) {
    const cuts = cutsOf(exposure, part.road);
    const points = cuts.length === 0 ? part.points : pointsOfPart(table, part, cuts);
    for (let at = 0; at + 1 < points.length; at += 1) {
      const point = points[at]!;
      const next = points[at + 1]!;
      const middleMeters = (point.alongMeters + next.alongMeters) / 2;
      profile.push({
        alongMeters: startMeters + Math.abs(point.alongMeters - part.fromMeters),
        position: point.position,
        elevationMeters: known(point.elevationMeters),
        slopePercent: slopeBetween(point, next),
        zoneClass: cuts.length === 0 ? null : gravestAt(exposure, part.road, middleMeters),
      });
    }
    startMeters += Math.abs(part.toMeters - part.fromMeters);
  }
  const last = parts.at(-1)?.points.at(-1);
  if (last !== undefined)
    profile.push({
      alongMeters: startMeters,
      position: last.position,
      elevationMeters: known(last.elevationMeters),
      slopePercent: null,
      zoneClass: null,
    });
  return profile;
}

const NO_CUTS: readonly number[] = [];

function cutsOf(exposure: RoadExposure, road: number): readonly number[] {
  const from = exposure.firstStretches[road]!;
  const to = exposure.firstStretches[road + 1]!;
  if (from === to) return NO_CUTS;
  return [
    ...new Set([
      ...exposure.fromMeters.subarray(from, to),
      ...exposure.toMeters.subarray(from, to),
    ]),
  ];
}

function slopeBetween(from: LinePoint, to: LinePoint): number | null {
  const run = Math.abs(to.alongMeters - from.alongMeters);
  return run === 0 ? null : known((100 * (to.elevationMeters - from.elevationMeters)) / run);
}

function gravestAt(exposure: RoadExposure, road: number, meters: number): ZoneClass | null {
  let gravest: number = ZONE_CLASSES.length;
  const end = exposure.firstStretches[road + 1]!;
  for (let stretch = exposure.firstStretches[road]!; stretch < end; stretch += 1) {
    const isInside =
      exposure.fromMeters[stretch]! <= meters && meters <= exposure.toMeters[stretch]!;
    const { zoneClass } = EXPOSURE_KINDS[exposure.kindCodes[stretch]!]!;
    if (isInside) gravest = Math.min(gravest, ZONE_CLASSES.indexOf(zoneClass));
  }
  return ZONE_CLASSES[gravest] ?? null;
}

const known = (value: number) => (Number.isNaN(value) ? null : value);
