import type { WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import type { ZoneClass } from '#domain/hazard/zone';

export interface ZoneRun {
  readonly zoneClass: ZoneClass;
  readonly line: readonly Position[];
  readonly lengthMeters: number;
}

/** The stretches of a way that lie inside of zones, by the gravest. */
export function zoneRuns({ line, profile }: WireRoute): ZoneRun[] {
  const along = (point: number) => profile.alongMeters[point] ?? 0;
  return profile.zones.map(({ zoneClass, fromPoint, toPoint }) => ({
    zoneClass,
    line: line.slice(fromPoint, toPoint + 1),
    lengthMeters: along(toPoint) - along(fromPoint),
  }));
}
