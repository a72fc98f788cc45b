import type { Fact, ResidentFacts } from '#domain/resident/facts';
import type { ResidentFactsRow } from '../../db/queries/read/resident-facts.ts';
import { ageOn } from './age.ts';

/** Where the hazard facts come from. */
export interface HazardSource {
  readonly hasZoneData: boolean;
  /** Latest as-of date of the zone data. */
  readonly asOf: string | null;
}

/** `asOf`: the date of each dataset of zones in force, null where its file said none. */
export function hazardSource(asOf: readonly (string | null)[]): HazardSource {
  const dates = asOf.filter((date) => date !== null).sort();
  return { hasZoneData: asOf.length > 0, asOf: dates.at(-1) ?? null };
}

const ZONE_DATA = '土砂災害警戒区域データ';

/** The facts of one person as ranking and its explanation look at them; `today` is YYYY-MM-DD. */
export function factsOf(row: ResidentFactsRow, today: string, hazard: HazardSource): ResidentFacts {
  const fromRoster = <Value>(value: Value | null): Fact<Value> =>
    value === null
      ? { value: null, source: null, asOf: null }
      : { value, source: row.source, asOf: row.as_of };
  const fromZones = <Value>(value: Value | null): Fact<Value> =>
    value === null || !hazard.hasZoneData
      ? { value: null, source: null, asOf: null }
      : { value, source: ZONE_DATA, asOf: hazard.asOf };
  return {
    residentId: row.id,
    district: row.district_name,
    redZone: fromZones(row.red_relation),
    anyZone: fromZones(row.relation),
    phenomena: fromZones(row.phenomena),
    positionAccuracy: { value: row.accuracy, source: row.position_source, asOf: null },
    age: fromRoster(row.birth_date === null ? null : ageOn(row.birth_date, today)),
    careLevel: fromRoster(row.care_level),
    disabilities: fromRoster(row.disabilities),
    devices: fromRoster(row.devices),
    household: fromRoster(row.household),
    communication: fromRoster(row.communication),
    supporterCount: fromRoster(row.supporter_count),
    plan: fromRoster(row.plan),
  };
}
