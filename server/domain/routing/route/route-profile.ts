import { ZONE_CLASSES, type ZoneClass } from '#domain/hazard/zone';
import type { RouteMetric } from '../cost/route-metric.ts';
import { EXPOSURE_KINDS } from '../exposure/exposure-kinds.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import type { RoadExposure } from '../exposure/road-exposure.ts';
import { type LinePoint, pointsOfPart } from './part-line.ts';
import type { ProfilePoint } from './route.ts';

/** The route from point to point: its vertices, and where it enters or leaves a zone. */
export function profileOf(metric: RouteMetric, parts: readonly RoadPart[]): ProfilePoint[] {
  const { table, exposure } = metric;
  const profile: ProfilePoint[] = [];
  let startMeters = 0;
  let last: ProfilePoint | null = null;
  for (const part of parts) {
    const points = pointsOfPart(table, part, cutsOf(exposure, part.road));
    for (const [at, point] of points.entries()) {
      const alongMeters = startMeters + Math.abs(point.alongMeters - part.fromMeters);
      const next = points[at + 1];
      if (next === undefined) last = { ...levelPoint(alongMeters, point), zoneClass: null };
      else
        profile.push({
          ...levelPoint(alongMeters, point),
          slopePercent: slopeBetween(point, next),
          zoneClass: gravestAt(exposure, part.road, (point.alongMeters + next.alongMeters) / 2),
        });
    }
    startMeters += Math.abs(part.toMeters - part.fromMeters);
  }
  return last === null ? [] : [...profile, last];
}

function cutsOf(exposure: RoadExposure, road: number): number[] {
  const from = exposure.firstStretches[road]!;
  const to = exposure.firstStretches[road + 1]!;
  return [
    ...new Set([
      ...exposure.fromMeters.subarray(from, to),
      ...exposure.toMeters.subarray(from, to),
    ]),
  ];
}

function levelPoint(alongMeters: number, { position, elevationMeters }: LinePoint) {
  return { alongMeters, position, elevationMeters: known(elevationMeters), slopePercent: null };
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
