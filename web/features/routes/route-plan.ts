import type { Position } from '#domain/geo/position';
import { PHENOMENA, type Phenomenon } from '#domain/hazard/zone';
import { readText, writeText } from './address-text.ts';
import {
  type ChainPlan,
  chainFields,
  FIRST_CHAIN_PLAN,
  readChainField,
} from './chain/chain-plan.ts';
import { FIRST_FIRE_PLAN, type FirePlan, fireFields, readFireField } from './fire/fire-plan.ts';
import { type KeptPlan, keptFields, NOTHING_KEPT, readKeptField } from './kept/kept-plan.ts';
import { formatSitePlan, parseSitePlan, type SitePlan } from './site/site-plan.ts';

/** A place that a route goes by. A home is known by its person: its coordinates never get into an address. */
export type PlannedPlace =
  | { readonly kind: 'point'; readonly position: Position }
  | { readonly kind: 'resident'; readonly id: string }
  | { readonly kind: 'shelter'; readonly id: string }
  | { readonly kind: 'station'; readonly id: string };

/** How a place begins in the address. */
const LETTERS = { point: 'p', resident: 'r', shelter: 's', station: 'f' } as const;

/** What a route is looked for by, and what is closed meanwhile. */
export interface RoutePlan {
  /**
   * What is looked at: a route, all of one person's evacuation, who is cut off, how the fire department
   * comes, what was found on site.
   */
  readonly task: RouteTask;
  readonly from: PlannedPlace | null;
  readonly to: PlannedPlace | null;
  readonly via: readonly PlannedPlace[];
  readonly profile: string;
  readonly policy: string;
  /** Of those who are to get out by vehicle, where roads are closed. */
  readonly vehicle: string;
  readonly isNight: boolean;
  /** Which of the alternatives is looked at, the best one being 0. */
  readonly chosen: number;
  readonly closedRoads: readonly string[];
  readonly closedPhenomena: readonly Phenomenon[];
  /** A ring whose last position is its first one. */
  readonly closedArea: readonly Position[] | null;
  /** Lists those alone whom the closures cut off, not those with a longer way. */
  readonly isCutOffOnly: boolean;
  readonly fire: FirePlan;
  /** What of the findings on site is open; null lists them. */
  readonly site: SitePlan | null;
  readonly chain: ChainPlan;
  readonly kept: KeptPlan;
}

export const ROUTE_TASKS = ['route', 'chain', 'cut-off', 'fire', 'site'] as const;
export type RouteTask = (typeof ROUTE_TASKS)[number];

export const FIRST_PLAN: RoutePlan = {
  task: 'route',
  from: null,
  to: null,
  via: [],
  profile: 'walking-elderly',
  policy: 'keep-out-of-red',
  vehicle: 'car',
  isNight: false,
  chosen: 0,
  closedRoads: [],
  closedPhenomena: [],
  closedArea: null,
  isCutOffOnly: false,
  fire: FIRST_FIRE_PLAN,
  site: null,
  chain: FIRST_CHAIN_PLAN,
  kept: NOTHING_KEPT,
};

/** As many places in between as the screen offers. */
export const MOST_VIA = 3;
const MOST_CLOSED_ROADS = 200;
const MOST_CORNERS = 100;

/**
 * A plan as the address holds it: fields of `key.value` with `!` between, lists with commas; null for the
 * first plan. `f.p135.200000,31.400000!t.s12!c.way/1/0`.
 */
export function formatPlan(plan: RoutePlan): string | null {
  const fields: string[] = [];
  const add = (key: string, value: string) => fields.push(`${key}.${value}`);
  if (plan.task !== FIRST_PLAN.task) add('k', plan.task);
  if (plan.from !== null) add('f', formatPlace(plan.from));
  if (plan.to !== null) add('t', formatPlace(plan.to));
  for (const place of plan.via) add('v', formatPlace(place));
  if (plan.profile !== FIRST_PLAN.profile) add('w', writeText(plan.profile));
  if (plan.policy !== FIRST_PLAN.policy) add('y', writeText(plan.policy));
  if (plan.vehicle !== FIRST_PLAN.vehicle) add('h', writeText(plan.vehicle));
  if (plan.isNight) add('n', '1');
  if (plan.chosen !== 0) add('a', String(plan.chosen));
  if (plan.closedRoads.length > 0) add('c', plan.closedRoads.map(writeText).join(','));
  if (plan.closedPhenomena.length > 0) add('z', plan.closedPhenomena.join(','));
  if (plan.closedArea !== null) add('x', plan.closedArea.map(formatPosition).join(','));
  if (plan.isCutOffOnly) add('j', '1');
  for (const [key, value] of fireFields(plan.fire)) add(key, value);
  if (plan.site !== null) add('g', formatSitePlan(plan.site));
  for (const [key, value] of chainFields(plan.chain)) add(key, value);
  for (const [key, value] of keptFields(plan.kept)) add(key, value);
  return fields.length === 0 ? null : fields.join('!');
}

/** Reads what `formatPlan` wrote. What is not understood is left out, never an error. */
export function parsePlan(text: string | null): RoutePlan {
  let plan = FIRST_PLAN;
  for (const field of text?.split('!') ?? []) {
    const value = field.slice(2);
    if (field[1] === '.' && value !== '') plan = { ...plan, ...readField(field[0], value, plan) };
  }
  return plan;
}

function readField(key: string | undefined, value: string, plan: RoutePlan): Partial<RoutePlan> {
  switch (key) {
    case 'k':
      return { task: ROUTE_TASKS.find((task) => task === value) ?? FIRST_PLAN.task };
    case 'f':
      return { from: parsePlace(value) };
    case 't':
      return { to: parsePlace(value) };
    case 'v': {
      const place = parsePlace(value);
      return place === null ? {} : { via: [...plan.via, place].slice(0, MOST_VIA) };
    }
    case 'w':
      return { profile: readText(value) ?? FIRST_PLAN.profile };
    case 'y':
      return { policy: readText(value) ?? FIRST_PLAN.policy };
    case 'h':
      return { vehicle: readText(value) ?? FIRST_PLAN.vehicle };
    case 'n':
      return { isNight: value === '1' };
    case 'a':
      return { chosen: /^[0-2]$/.test(value) ? Number(value) : 0 };
    case 'c': {
      const ids = value.split(',').map(readText);
      const known = ids.filter((id) => id !== null && id !== '') as string[];
      return { closedRoads: [...new Set(known)].slice(0, MOST_CLOSED_ROADS) };
    }
    case 'z':
      return { closedPhenomena: PHENOMENA.filter((one) => value.split(',').includes(one)) };
    case 'x':
      return { closedArea: parseRing(value) };
    case 'j':
      return { isCutOffOnly: value === '1' };
    case 'g':
      return { site: parseSitePlan(value) };
    default:
      return {
        fire: { ...plan.fire, ...readFireField(key, value) },
        chain: { ...plan.chain, ...readChainField(key, value) },
        kept: { ...plan.kept, ...readKeptField(key, value) },
      };
  }
}

/** Closes a road, or opens it again. */
export function toggleRoad({ closedRoads }: RoutePlan, id: string): readonly string[] {
  if (closedRoads.includes(id)) return closedRoads.filter((one) => one !== id);
  return [...closedRoads, id].slice(-MOST_CLOSED_ROADS);
}

export function hasClosures(plan: RoutePlan): boolean {
  return plan.closedRoads.length > 0 || plan.closedPhenomena.length > 0 || plan.closedArea !== null;
}

function formatPlace(place: PlannedPlace): string {
  if (place.kind === 'point') return `${LETTERS.point}${formatPosition(place.position)}`;
  return `${LETTERS[place.kind]}${writeText(place.id)}`;
}

function parsePlace(text: string): PlannedPlace | null {
  const rest = text.slice(1);
  if (text[0] === LETTERS.point) {
    const [position] = parsePositions(rest) ?? [];
    return position === undefined ? null : { kind: 'point', position };
  }
  const id = readText(rest);
  if (id === null || id === '') return null;
  const kind = (['resident', 'shelter', 'station'] as const).find(
    (one) => LETTERS[one] === text[0],
  );
  return kind === undefined ? null : { kind, id };
}

const formatPosition = ([lng, lat]: Position) => `${lng.toFixed(6)},${lat.toFixed(6)}`;

/** Pairs of longitude and latitude; null where there is anything else. */
function parsePositions(text: string): Position[] | null {
  const numbers = text.split(',').map(Number);
  if (numbers.length % 2 === 1) return null;
  const positions: Position[] = [];
  for (let place = 0; place < numbers.length; place += 2) {
    const [lng = Number.NaN, lat = Number.NaN] = numbers.slice(place, place + 2);
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 85)) return null;
    positions.push([lng, lat]);
  }
  return positions;
}

function parseRing(text: string): readonly Position[] | null {
  const ring = parsePositions(text);
  if (ring === null || ring.length < 4 || ring.length > MOST_CORNERS) return null;
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring : null;
}
