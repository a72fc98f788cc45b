import type { LocatedPosition } from '#domain/resident/accuracy';
import { type JudgeOptions, judgePoint } from './exposure.ts';
import { type HazardJudgement, summarise, type ZoneJudgement } from './judgement.ts';
import { relationOfPoint } from './relation-rule.ts';
import type { ZoneIndex } from './zone-index.ts';

/** Zones within this many metres are told with their distance, also where the place is outside of them. */
export const LOOK_AROUND_METERS = 500;

/** How a place lies to the zones, and the distance to those around it. */
export interface LieOfPlace {
  readonly judgement: HazardJudgement;
  /** Of each class and phenomenon the zone that concerns the place most, gravest first; outside ones too. */
  readonly nearest: readonly ZoneJudgement[];
}

/**
 * The judgement of a place (`judgePoint`) together with the nearest zone of each class and phenomenon.
 *
 * @throws RangeError as `judgePoint` does
 */
export function lieOfPlace(
  index: ZoneIndex,
  located: LocatedPosition,
  { marginMeters }: JudgeOptions,
): LieOfPlace {
  const judgement = judgePoint(index, located, { marginMeters });
  if (located.accuracy === 'none') return { judgement, nearest: [] };
  const wide = judgePoint(index, located, {
    marginMeters: Math.max(marginMeters, LOOK_AROUND_METERS),
  });
  const zones = wide.zones.map((zone) => ({
    ...zone,
    relation: relationOfPoint(zone.signedDistanceMeters, located, marginMeters),
  }));
  const within = summarise(zones).zones;
  const outside = zones
    .filter(({ relation }) => relation === 'outside')
    .sort((a, b) => a.signedDistanceMeters - b.signedDistanceMeters);
  const nearest = new Map<string, ZoneJudgement>();
  for (const zone of [...within, ...outside]) {
    const kind = `${zone.zoneClass} ${zone.phenomenon}`;
    if (!nearest.has(kind)) nearest.set(kind, zone);
  }
  return { judgement, nearest: [...nearest.values()] };
}
