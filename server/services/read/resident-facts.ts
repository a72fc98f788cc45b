import { factReaders } from '#domain/resident/fact-readers';
import type { ResidentFacts } from '#domain/resident/facts';
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

type FactReaders = ReturnType<typeof factReaders>;

const ZONE_DATA = '土砂災害警戒区域データ';
export const OWN_PLANS = '個別避難計画(この画面で作成)';

/**
 * Reads the facts of people as ranking and its explanation look at them; `today` is YYYY-MM-DD. What
 * several people have alike is one object, which is what makes ranking a city fast.
 */
export function factsReader(
  today: string,
  hazard: HazardSource,
): (row: ResidentFactsRow) => ResidentFacts {
  const zones = factReaders(ZONE_DATA, hazard.asOf);
  const rosters = new Map<string, FactReaders>();
  const rosterOf = ({ source, as_of }: ResidentFactsRow): FactReaders => {
    const key = `${source}\n${as_of}`;
    const known = rosters.get(key) ?? factReaders(source, as_of);
    rosters.set(key, known);
    return known;
  };
  const positions = new Map<string, ResidentFacts['positionAccuracy']>();
  const positionOf = ({ accuracy, position_source }: ResidentFactsRow) => {
    const key = `${accuracy}\n${position_source}`;
    const known = positions.get(key) ?? { value: accuracy, source: position_source, asOf: null };
    positions.set(key, known);
    return known;
  };
  const plans = new Map<string, FactReaders>();
  /** Of a plan that is kept here, since it stands where it does. */
  const planOf = (row: ResidentFactsRow, roster: FactReaders) => {
    if (row.plan_as_of === null) return roster;
    const known = plans.get(row.plan_as_of) ?? factReaders(OWN_PLANS, row.plan_as_of);
    plans.set(row.plan_as_of, known);
    return known;
  };
  const ifZones = <Value>(value: Value): Value | null => (hazard.hasZoneData ? value : null);
  return (row) => {
    const roster = rosterOf(row);
    const plan = planOf(row, roster);
    const helpers = row.is_supporter_count_of_plan ? plan : roster;
    return {
      residentId: row.id,
      district: row.district_name,
      redZone: zones.redZone(ifZones(row.red_relation)),
      anyZone: zones.anyZone(ifZones(row.relation)),
      phenomena: zones.phenomena(ifZones(row.phenomena)),
      positionAccuracy: positionOf(row),
      age: roster.age(row.birth_date === null ? null : ageOn(row.birth_date, today)),
      careLevel: roster.careLevel(row.care_level),
      disabilities: roster.disabilities(row.disabilities),
      devices: roster.devices(row.devices),
      household: roster.household(row.household),
      communication: roster.communication(row.communication),
      supporterCount: helpers.supporterCount(row.supporter_count),
      plan: plan.plan(row.plan),
    };
  };
}
