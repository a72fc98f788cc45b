import type { AGE_BANDS, ResidentQuery, ResidentRow, SortKey } from '#contract/resident';
import { type Device, POWER_DEPENDENT_DEVICES } from '#domain/resident/disability';
import type { PlanState } from '#domain/resident/facts';
import type { ResidentListRow } from '../../db/queries/read/resident-list.ts';
import { ageOn } from './age.ts';
import { FACETS, type Facet, facetMatrix, SEVERAL, wantedChoices } from './facets.ts';
import { type FilteredResidents, filterResidents } from './filter-residents.ts';
import { Recent } from './recent.ts';
import { sortResidents } from './sort-residents.ts';

/** Tier of someone who has not been ranked yet; real tiers begin at 1. */
const NOT_RANKED = 0;

/** The list of one municipality in memory: rows as they are sent, ready to be filtered and sorted. */
export interface ResidentSnapshot {
  readonly rows: readonly ResidentRow[];
  /** State of each person's plan, by the place in `rows`; it is not on a row. */
  readonly plans: readonly (PlanState | null)[];
  /** Who meets the filters of a query; kept for a while, as a list is scrolled and sorted under one filter. */
  filter(query: ResidentQuery): FilteredResidents;
  /** Places in `rows`, made when first asked for. */
  order(sort: readonly SortKey[]): Uint32Array;
}

/** Each takes a byte for each person. */
const KEPT_FILTERS = 64;
/** Each takes four bytes for each person. */
const KEPT_ORDERS = 32;

/**
 * Lays out the list for one version of the data. `today` is YYYY-MM-DD. Who was not checked is
 * undetermined.
 */
export function snapshotOf(people: readonly ResidentListRow[], today: string): ResidentSnapshot {
  const rows = people.map((person) => rowOf(person, today));
  const plans = people.map(({ plan }) => plan);
  const matrix = facetMatrix(rows.length, (person, facet) =>
    facet === 'plan' ? (plans[person] ?? null) : CHOICES[facet](rows[person]!),
  );
  const filters = new Recent<FilteredResidents>(KEPT_FILTERS);
  const orders = new Recent<Uint32Array>(KEPT_ORDERS);
  return {
    rows,
    plans,
    filter: (query) => filters.get(filterKey(query), () => filterResidents(matrix, query)),
    order: (sort) => orders.get(JSON.stringify(sort), () => sortResidents(rows, sort)),
  };
}

function filterKey(query: ResidentQuery): string {
  return JSON.stringify(FACETS.map((facet) => wantedChoices(query, facet) ?? null));
}

const CHOICES: Readonly<Record<Exclude<Facet, 'plan'>, (row: ResidentRow) => string | null>> = {
  district: (row) => row.district,
  tier: (row) => String(row.tier),
  red: (row) => row.redRelation,
  relation: (row) => row.relation,
  careLevel: (row) => row.careLevel,
  accuracy: (row) => row.accuracy,
  powerDependent: (row) => (row.powerDependent === null ? null : String(row.powerDependent)),
  phenomenon: (row) => (row.phenomena.length === 0 ? 'none' : row.phenomena.join(SEVERAL)),
  household: (row) => row.household,
  supporters: ({ supporterCount }) =>
    supporterCount === null ? null : supporterCount === 0 ? 'none' : 'some',
  age: ({ age }) => (age === null ? null : ageBand(age)),
  possibleTier: (row) => String(row.possibleTier),
};

function ageBand(age: number): (typeof AGE_BANDS)[number] {
  if (age < 18) return '0-17';
  if (age < 65) return '18-64';
  if (age < 75) return '65-74';
  return age < 85 ? '75-84' : '85-';
}

function rowOf(person: ResidentListRow, today: string): ResidentRow {
  return {
    id: person.id,
    rosterNumber: person.roster_number,
    name: person.name,
    nameKana: person.name_kana,
    age: person.birth_date === null ? null : ageOn(person.birth_date, today),
    district: person.district_name,
    address: person.address,
    careLevel: person.care_level,
    powerDependent: dependsOnPower(person.devices),
    position: person.lng === null || person.lat === null ? null : [person.lng, person.lat],
    accuracy: person.accuracy,
    redRelation: person.red_relation ?? 'undetermined',
    relation: person.relation ?? 'undetermined',
    redDistanceMeters: person.red_distance_meters,
    phenomena: person.phenomena ?? [],
    gravestPhenomena: person.gravest_phenomena,
    tier: person.tier ?? NOT_RANKED,
    rank: person.rank ?? 0,
    score: person.score ?? 0,
    possibleTier: person.possible_tier ?? NOT_RANKED,
    household: person.household,
    supporterCount: person.supporter_count,
    plan: person.plan,
  };
}

function dependsOnPower(devices: readonly Device[] | null): boolean | null {
  return devices === null ? null : devices.some((one) => POWER_DEPENDENT_DEVICES.includes(one));
}
