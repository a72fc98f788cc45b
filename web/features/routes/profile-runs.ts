import type { Position } from '#domain/geo/position';
import type { ZoneClass } from '#domain/hazard/zone';
import type { ProfilePoint } from './profile-points.ts';

/** A part of a route within which the gravest zone stays the same. */
export interface ProfileRun {
  readonly zoneClass: ZoneClass | null;
  readonly fromMeters: number;
  readonly toMeters: number;
  readonly line: readonly Position[];
  /** Up positive; null where no terrain is known. */
  readonly steepestPercent: number | null;
}

/** The route cut where it enters and leaves zones, in the order it is gone. */
export function profileRuns(profile: readonly ProfilePoint[]): ProfileRun[] {
  const runs: ProfileRun[] = [];
  for (const [at, point] of profile.entries()) {
    const next = profile[at + 1];
    if (next === undefined) break;
    const last = runs.at(-1);
    const isSame = last !== undefined && last.zoneClass === point.zoneClass;
    const line = isSame ? [...last.line, next.position] : [point.position, next.position];
    const run: ProfileRun = {
      zoneClass: point.zoneClass,
      fromMeters: isSame ? last.fromMeters : point.alongMeters,
      toMeters: next.alongMeters,
      line,
      steepestPercent: steeper(isSame ? last.steepestPercent : null, point.slopePercent),
    };
    if (isSame) runs[runs.length - 1] = run;
    else runs.push(run);
  }
  return runs;
}

function steeper(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.abs(other) > Math.abs(one) ? other : one;
}

/** The route at some metres from its start, in between on a straight line; null for a route without length. */
export function placeAlong(profile: readonly ProfilePoint[], meters: number): ProfilePoint | null {
  const after = profile.findIndex(({ alongMeters }) => alongMeters > meters);
  const index = after === -1 ? profile.length - 2 : Math.max(0, after - 1);
  const from = profile[index];
  const to = profile[index + 1];
  if (from === undefined || to === undefined) return null;
  const span = to.alongMeters - from.alongMeters;
  const part = span === 0 ? 0 : Math.min(1, Math.max(0, (meters - from.alongMeters) / span));
  const between = (one: number, other: number) => one + part * (other - one);
  return {
    alongMeters: between(from.alongMeters, to.alongMeters),
    position: [
      between(from.position[0], to.position[0]),
      between(from.position[1], to.position[1]),
    ],
    elevationMeters:
      from.elevationMeters === null || to.elevationMeters === null
        ? null
        : between(from.elevationMeters, to.elevationMeters),
    slopePercent: from.slopePercent,
    zoneClass: from.zoneClass,
  };
}

/** The line between two places along the route. */
export function lineBetween(
  profile: readonly ProfilePoint[],
  fromMeters: number,
  toMeters: number,
): Position[] {
  const start = placeAlong(profile, fromMeters);
  const end = placeAlong(profile, toMeters);
  if (start === null || end === null) return [];
  const inside = profile.filter(
    ({ alongMeters }) => alongMeters > fromMeters && alongMeters < toMeters,
  );
  return [start.position, ...inside.map(({ position }) => position), end.position];
}

/** How far along the route the place nearest to a position is; by degrees, for a pointer on the map. */
export function metersNear(profile: readonly ProfilePoint[], [lng, lat]: Position): number {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let best = { distance: Number.POSITIVE_INFINITY, meters: 0 };
  for (const [at, from] of profile.entries()) {
    const to = profile[at + 1];
    if (to === undefined) break;
    const [east, north] = [
      (to.position[0] - from.position[0]) * narrowing,
      to.position[1] - from.position[1],
    ];
    const [x, y] = [(lng - from.position[0]) * narrowing, lat - from.position[1]];
    const square = east * east + north * north;
    const part = square === 0 ? 0 : Math.min(1, Math.max(0, (x * east + y * north) / square));
    const distance = Math.hypot(x - part * east, y - part * north);
    if (distance >= best.distance) continue;
    const meters = from.alongMeters + part * (to.alongMeters - from.alongMeters);
    best = { distance, meters };
  }
  return best.meters;
}
