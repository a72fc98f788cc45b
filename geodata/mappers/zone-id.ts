import { createHash } from 'node:crypto';
import type { HazardZone } from '#domain/hazard/zone';

/** Degrees are told apart to about 0.1 mm: the same zone has one id whichever format it came in. */
const PARTS_PER_DEGREE = 1e9;

/** Hash of all that a zone is: the same record keeps its id, A33_004 is no key. */
export function zoneId(zone: Omit<HazardZone, 'id'>): string {
  const { geometry, ...attributes } = zone;
  const hash = createHash('sha256').update(
    JSON.stringify([
      attributes.phenomenon,
      attributes.zoneClass,
      attributes.redNotSurveyed,
      attributes.prefectureCode,
      attributes.zoneNumber,
      attributes.zoneName,
      attributes.place,
      attributes.noticeDate,
      geometry.coordinates.map((polygon) => polygon.map((ring) => ring.length)),
    ]),
  );
  for (const polygon of geometry.coordinates)
    for (const ring of polygon) {
      const numbers = new Float64Array(ring.length * 2);
      let at = 0;
      for (const [lng, lat] of ring) {
        numbers[at++] = Math.round(lng * PARTS_PER_DEGREE);
        numbers[at++] = Math.round(lat * PARTS_PER_DEGREE);
      }
      hash.update(numbers);
    }
  return hash.digest('hex').slice(0, 32);
}
