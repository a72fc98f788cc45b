import {
  DEFAULT_RADIUS_METERS,
  type LocatedPosition,
  NO_POSITION,
} from '#domain/resident/accuracy';
import type { ImportReason } from '#geodata/item';
import { type AddressNumbers, type AddressText, nameKey, readAddress } from './address-text.ts';
import { spreadOf } from './distance.ts';
import type { GazetteerEntry } from './gazetteer-entry.ts';
import { GEOCODE_REASONS } from './geocode-reasons.ts';
import { matchTown, type TownMatch } from './match-town.ts';
import {
  type City,
  cityForms,
  type GazetteerDefaults,
  indexTowns,
  PREFECTURE_KEYS,
  type Town,
} from './town-index.ts';
import { type PlacedTown, placeTowns } from './town-radius.ts';

export interface GeocodeResult {
  readonly located: LocatedPosition;
  /** The place that was matched, as the gazetteer writes it; `null` without a match. */
  readonly matched: string | null;
  readonly level: 'block' | 'town' | 'none';
  /** Why there is no position; `null` where there is one. */
  readonly reason: ImportReason | null;
}

export type Geocoder = (address: string | null) => GeocodeResult;

/** Points of one name farther apart than this are two towns, and nobody can say which is meant. */
const SAME_TOWN_WITHIN_METERS = 1500;

/**
 * A geocoder over gazetteer entries, without any outside host. A block has `DEFAULT_RADIUS_METERS.block`
 * around the middle of its points, and more where they lie apart; a town the radius of `placeTowns`.
 * Nothing is guessed: of two possible readings neither is taken.
 */
export function buildGeocoder(
  entries: Iterable<GazetteerEntry>,
  defaults: GazetteerDefaults = {},
): Geocoder {
  const cities = indexTowns(entries, defaults);
  const placed = placeTowns(cities);
  const scope = scopeFinder(cities, defaults);
  return (address) => {
    if (address === null || address.trim() === '') return none(GEOCODE_REASONS.noAddress);
    const text = readAddress(address);
    const { candidates, offset } = scope(text);
    if (candidates.length === 0) return none(GEOCODE_REASONS.otherCity);
    const matches = candidates.map((city) => matchTown(city, text, offset));
    const longest = Math.max(...matches.map(({ length }) => length));
    const best = matches.filter(({ length }) => length === longest);
    if (best.length > 1 && longest > 0) return none(GEOCODE_REASONS.ambiguousCity);
    const match = best[0];
    return match === undefined || match.town === null
      ? none(match?.reason ?? GEOCODE_REASONS.unknownTown)
      : place(match, placed);
  };
}

interface Scope {
  readonly candidates: readonly City[];
  readonly offset: number;
}

/** Finds the cities that an address may mean, and where its town begins. */
function scopeFinder(
  cities: readonly City[],
  defaults: GazetteerDefaults,
): (address: AddressText) => Scope {
  const forms = cities
    .flatMap((city) => cityForms(city).map((form) => ({ form, city })))
    .sort((a, b) => b.form.length - a.form.length);
  const home = cities.filter(
    ({ name, prefecture }) =>
      name === (defaults.city ?? null) &&
      (!defaults.prefecture || prefecture === defaults.prefecture),
  );
  const prefectures = new Set([
    ...PREFECTURE_KEYS,
    ...cities.flatMap(({ prefecture }) => (prefecture === null ? [] : [nameKey(prefecture)])),
  ]);
  return ({ characters }) => {
    const prefecture = [...prefectures].find((key) => characters.startsWith(key));
    const offset = prefecture?.length ?? 0;
    const behind = characters.slice(offset);
    const isInPrefecture = (city: City) =>
      prefecture === undefined ||
      city.prefecture === null ||
      nameKey(city.prefecture) === prefecture;
    const named = forms.filter(({ form, city }) => behind.startsWith(form) && isInPrefecture(city));
    const longest = named[0]?.form.length;
    if (longest !== undefined)
      return {
        candidates: named.filter(({ form }) => form.length === longest).map(({ city }) => city),
        offset: offset + longest,
      };
    // A prefecture, but none of our cities behind it: somewhere else.
    if (prefecture !== undefined) return { candidates: [], offset };
    return { candidates: home.length > 0 ? home : cities, offset };
  };
}

function place(
  match: Extract<TownMatch, { town: Town }>,
  placed: ReadonlyMap<Town, PlacedTown>,
): GeocodeResult {
  const { town, rest } = match;
  const at = placed.get(town);
  const block = placeBlock(town, rest);
  if (block !== null && (at === undefined || block.radiusMeters < at.radiusMeters))
    return found(town, block.name, 'block', block);
  if (at === undefined) return none(GEOCODE_REASONS.unknownTown);
  if (
    spreadOf(town.points.length > 0 ? town.points : [at.center]).reachMeters >
    SAME_TOWN_WITHIN_METERS
  )
    return none(GEOCODE_REASONS.ambiguousTown);
  return found(town, '', 'town', at);
}

function placeBlock(town: Town, rest: AddressNumbers): (PlacedTown & { name: string }) | null {
  const name = rest.prefix + (rest.numbers[0] ?? '');
  const points = name === '' ? undefined : town.blocks.get(name);
  if (points === undefined) return null;
  const { center, reachMeters } = spreadOf(points);
  return { name, center, radiusMeters: Math.ceil(DEFAULT_RADIUS_METERS.block + reachMeters) };
}

function found(town: Town, block: string, level: 'block' | 'town', at: PlacedTown): GeocodeResult {
  const { prefecture, name } = town.city;
  return {
    located: { accuracy: level, position: at.center, radiusMeters: at.radiusMeters },
    matched: [prefecture ?? '', name ?? '', town.name, block].join(''),
    level,
    reason: null,
  };
}

function none(reason: ImportReason): GeocodeResult {
  return { located: NO_POSITION, matched: null, level: 'none', reason };
}
