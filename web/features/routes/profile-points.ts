import type { WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import type { ZoneClass } from '#domain/hazard/zone';

/** A route at one of its points; slope and zone hold from here to the next one. */
export interface ProfilePoint {
  readonly alongMeters: number;
  readonly position: Position;
  readonly elevationMeters: number | null;
  readonly slopePercent: number | null;
  /** The gravest; null outside of all zones, which is no promise. */
  readonly zoneClass: ZoneClass | null;
}

const POINTS = new WeakMap<WireRoute, readonly ProfilePoint[]>();

/** The points of a route from the columns that it comes in, made once. */
export function profilePoints(route: WireRoute): readonly ProfilePoint[] {
  const known = POINTS.get(route);
  if (known !== undefined) return known;
  const { line, profile } = route;
  const zoneClasses: (ZoneClass | null)[] = line.map(() => null);
  for (const { zoneClass, fromPoint, toPoint } of profile.zones)
    zoneClasses.fill(zoneClass, fromPoint, toPoint);
  const points = line.map((position, at) => ({
    alongMeters: profile.alongMeters[at] ?? 0,
    position,
    elevationMeters: profile.elevationMeters[at] ?? null,
    slopePercent: profile.slopePercent[at] ?? null,
    zoneClass: zoneClasses[at] ?? null,
  }));
  POINTS.set(route, points);
  return points;
}
