import type { PointZonePairs } from '#domain/hazard/point-join';

/** Pairs of a point and a zone as one text each, in order, to compare answers of different makers. */
export function pairKeys(pairs: PointZonePairs): string[] {
  return [...pairs.pointNumbers].map((point, at) => `${point} ${pairs.zoneNumbers[at]}`).sort();
}

export function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at]);
}
