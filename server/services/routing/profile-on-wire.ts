import type { WireRoute } from '#contract/route';
import type { ProfilePoint } from '#domain/routing/route/route';
import { roundTenth } from './rounding.ts';

type WireProfile = WireRoute['profile'];

/** The profile in columns; zones as runs of points. */
export function profileOnWire(points: readonly ProfilePoint[]): WireProfile {
  return {
    alongMeters: points.map(({ alongMeters }) => roundTenth(alongMeters)),
    elevationMeters: points.map(({ elevationMeters }) => tenthOrNull(elevationMeters)),
    slopePercent: points.map(({ slopePercent }) => tenthOrNull(slopePercent)),
    zones: zoneRuns(points),
  };
}

function zoneRuns(points: readonly ProfilePoint[]): WireProfile['zones'] {
  const runs: WireProfile['zones'] = [];
  for (const [at, { zoneClass }] of points.entries()) {
    // Of the last point on the way no zone is told: it holds from a point to the next one.
    if (zoneClass === null || at === points.length - 1) continue;
    const last = runs.at(-1);
    if (last?.zoneClass === zoneClass && last.toPoint === at) last.toPoint = at + 1;
    else runs.push({ zoneClass, fromPoint: at, toPoint: at + 1 });
  }
  return runs;
}

const tenthOrNull = (value: number | null) => (value === null ? null : roundTenth(value));
