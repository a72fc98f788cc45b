import type { WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import type { ZoneClass } from '#domain/hazard/zone';

export interface ZoneRun {
  readonly zoneClass: ZoneClass;
  readonly line: readonly Position[];
  readonly lengthMeters: number;
}

/** The stretches of a way that lie inside of zones, by the gravest. */
export function zoneRuns({ profile }: WireRoute): ZoneRun[] {
  const runs: { zoneClass: ZoneClass; line: Position[]; lengthMeters: number }[] = [];
  for (const [at, point] of profile.entries()) {
    const next = profile[at + 1];
    if (next === undefined || point.zoneClass === null) continue;
    const last = runs.at(-1);
    const isGoing =
      last !== undefined &&
      last.zoneClass === point.zoneClass &&
      last.line.at(-1) === point.position;
    const run = isGoing
      ? last
      : { zoneClass: point.zoneClass, line: [point.position as Position], lengthMeters: 0 };
    if (!isGoing) runs.push(run);
    run.line.push(next.position);
    run.lengthMeters += next.alongMeters - point.alongMeters;
  }
  return runs;
}
