import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';

export const CONFLICT_FIELDS = ['position', 'name', 'capacity'] as const;
export type ConflictField = (typeof CONFLICT_FIELDS)[number];

/** One record of one list. */
export interface FacilityRecord {
  readonly id: string;
  /** Records of one list are different facilities, whatever they are called. */
  readonly list: string;
  readonly name: string;
  readonly position: Position | null;
  readonly capacity: number | null;
}

/** Two records of one facility that do not say the same. */
export interface FacilityConflict {
  readonly otherId: string;
  readonly fields: readonly ConflictField[];
  /** null where one of the two has no position. */
  readonly distanceMeters: number | null;
}

/** Two lists that put one facility farther apart than this do not agree on where it is. */
const CONFLICT_METERS = 30;
/** So near, and one name within the other, two records are taken for one facility. */
const SAME_PLACE_METERS = 60;
const LEAST_NAME_LETTERS = 3;
const METERS_PER_DEGREE_LAT = 110_000;

/**
 * Records of other lists that are the same facility (the same name without width and spaces; or nearly
 * the same place, and one name in the other) and differ in position, name or capacity; by id of a record.
 */
export function facilityConflicts(
  records: readonly FacilityRecord[],
): Map<string, FacilityConflict[]> {
  const conflicts = new Map<string, FacilityConflict[]>();
  for (const [one, other] of candidatePairs(records)) {
    if (one.list === other.list) continue;
    const meters =
      one.position === null || other.position === null
        ? null
        : distanceMeters(one.position, other.position);
    if (!isSameFacility(one, other, meters)) continue;
    const fields = CONFLICT_FIELDS.filter((field) => differ(field, one, other, meters));
    if (fields.length === 0) continue;
    add(conflicts, one.id, { otherId: other.id, fields, distanceMeters: meters });
    add(conflicts, other.id, { otherId: one.id, fields, distanceMeters: meters });
  }
  return conflicts;
}

/** Lists write one facility's name with and without spaces, in full and half width. */
export function facilityKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

/** Each pair of the same key, and each that is near in latitude, once. */
function* candidatePairs(
  records: readonly FacilityRecord[],
): Generator<[FacilityRecord, FacilityRecord]> {
  const byKey = new Map<string, FacilityRecord[]>();
  for (const record of records) {
    const key = facilityKey(record.name);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [record]);
    else same.push(record);
  }
  for (const same of byKey.values())
    for (const [place, one] of same.entries())
      for (const other of same.slice(place + 1)) yield [one, other];
  const placed = records
    .flatMap((record) => (record.position === null ? [] : [{ record, lat: record.position[1] }]))
    .sort((a, b) => a.lat - b.lat);
  const reach = SAME_PLACE_METERS / METERS_PER_DEGREE_LAT;
  for (const [place, { record: one, lat }] of placed.entries())
    for (let next = place + 1; next < placed.length; next += 1) {
      const candidate = placed[next];
      if (candidate === undefined || candidate.lat - lat > reach) break;
      if (facilityKey(one.name) !== facilityKey(candidate.record.name))
        yield [one, candidate.record];
    }
}

function isSameFacility(one: FacilityRecord, other: FacilityRecord, meters: number | null) {
  const [shorter = '', longer = ''] = [facilityKey(one.name), facilityKey(other.name)].sort(
    (a, b) => a.length - b.length,
  );
  if (shorter === longer) return true;
  const isNear = meters !== null && meters <= SAME_PLACE_METERS;
  return isNear && shorter.length >= LEAST_NAME_LETTERS && longer.includes(shorter);
}

function differ(
  field: ConflictField,
  one: FacilityRecord,
  other: FacilityRecord,
  meters: number | null,
): boolean {
  if (field === 'position') return meters !== null && meters > CONFLICT_METERS;
  if (field === 'name') return facilityKey(one.name) !== facilityKey(other.name);
  return one.capacity !== null && other.capacity !== null && one.capacity !== other.capacity;
}

function add(conflicts: Map<string, FacilityConflict[]>, id: string, conflict: FacilityConflict) {
  conflicts.set(id, [...(conflicts.get(id) ?? []), conflict]);
}
