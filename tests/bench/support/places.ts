import type { HazardJudgement, ZoneJudgement } from '#domain/hazard/judgement';
import type { LocatedPosition } from '#domain/resident/accuracy';

/** Points as homes that are known exactly, so that a peer's points are the same. */
export function homesAt(points: Float64Array): LocatedPosition[] {
  return Array.from({ length: points.length / 2 }, (_, number) => ({
    accuracy: 'building',
    position: [points[2 * number] ?? Number.NaN, points[2 * number + 1] ?? Number.NaN],
    radiusMeters: 0,
  }));
}

/** "point zone" for every zone that a place is in or near, and how it lies to it. */
export function judgedPairs(judgements: readonly HazardJudgement[]): Map<string, ZoneJudgement> {
  return new Map(
    judgements.flatMap(({ zones }, number) =>
      zones.map((zone) => [`${number} ${zone.zoneId.slice('zone-'.length)}`, zone] as const),
    ),
  );
}

export function countPairs(judgements: readonly HazardJudgement[]): number {
  return judgements.reduce((sum, { zones }) => sum + zones.length, 0);
}

export function isSamePairs(pairs: ReadonlyMap<string, unknown>, keys: readonly string[]): boolean {
  return pairs.size === keys.length && keys.every((key) => pairs.has(key));
}
