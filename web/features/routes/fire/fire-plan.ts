import { FIRE_ANSWERS } from '#contract/fire-check';
import { readText, writeText } from '../address-text.ts';

export type FireAnswer = (typeof FIRE_ANSWERS)[number];

/** `hardest`: not reached at all first, then farthest on foot. */
export const FIRE_SORTS = ['hardest', 'name', 'answer', 'minutes', 'walk', 'hose'] as const;
export type FireSort = (typeof FIRE_SORTS)[number];

/** What the check is asked by, and how its rows are looked at. */
export interface FirePlan {
  /** Ids; null: all that keep the vehicle. */
  readonly stations: readonly string[] | null;
  readonly vehicle: string;
  /** Names; empty: all. */
  readonly districts: readonly string[];
  readonly hoseMeters: number;
  readonly answer: FireAnswer | null;
  /** The one district whose rows are shown; '' = those of whom no district is known. */
  readonly shownDistrict: string | null;
  readonly sort: FireSort;
  readonly isDescending: boolean;
}

export const FIRST_FIRE_PLAN: FirePlan = {
  stations: null,
  vehicle: 'pumper',
  districts: [],
  hoseMeters: 200,
  answer: null,
  shownDistrict: null,
  sort: 'hardest',
  isDescending: false,
};

export const MOST_HOSE_METERS = 2000;
const MOST_LISTED = 100;
/** A list that is there and empty. */
const NONE = '-';

/** As fields of the address: what differs from the first plan. */
export function fireFields(plan: FirePlan): [key: string, value: string][] {
  const fields: [string, string][] = [];
  if (plan.stations !== null)
    fields.push(['s', plan.stations.length === 0 ? NONE : plan.stations.map(writeText).join(',')]);
  if (plan.vehicle !== FIRST_FIRE_PLAN.vehicle) fields.push(['u', writeText(plan.vehicle)]);
  if (plan.districts.length > 0) fields.push(['d', plan.districts.map(writeText).join(',')]);
  if (plan.hoseMeters !== FIRST_FIRE_PLAN.hoseMeters) fields.push(['m', String(plan.hoseMeters)]);
  if (plan.answer !== null) fields.push(['o', plan.answer]);
  if (plan.shownDistrict !== null) fields.push(['i', `n${writeText(plan.shownDistrict)}`]);
  if (plan.sort !== FIRST_FIRE_PLAN.sort)
    fields.push(['q', plan.isDescending ? `-${plan.sort}` : plan.sort]);
  return fields;
}

/** What is not understood is left out. */
export function readFireField(key: string | undefined, value: string): Partial<FirePlan> {
  switch (key) {
    case 's':
      return { stations: value === NONE ? [] : readList(value) };
    case 'u':
      return { vehicle: readText(value) ?? FIRST_FIRE_PLAN.vehicle };
    case 'd':
      return { districts: readList(value) };
    case 'm': {
      const meters = Number(value);
      return meters >= 0 && meters <= MOST_HOSE_METERS ? { hoseMeters: meters } : {};
    }
    case 'o':
      return { answer: FIRE_ANSWERS.find((answer) => answer === value) ?? null };
    case 'i':
      return { shownDistrict: readText(value.slice(1)) };
    case 'q': {
      const isDescending = value.startsWith('-');
      const sort = FIRE_SORTS.find((one) => one === value.replace('-', ''));
      return sort === undefined ? {} : { sort, isDescending };
    }
    default:
      return {};
  }
}

function readList(value: string): string[] {
  const known = value.split(',').map(readText).filter(Boolean) as string[];
  return [...new Set(known)].slice(0, MOST_LISTED);
}
