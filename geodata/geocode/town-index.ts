import type { Position } from '#domain/geo/position';
import { nameKey } from './address-text.ts';
import { spreadOf } from './distance.ts';
import type { GazetteerEntry } from './gazetteer-entry.ts';
import { PREFECTURES } from './prefectures.ts';

/** A 大字, 町丁目 or 小字 that addresses are matched to. */
export interface Town {
  readonly city: City;
  /** As the gazetteer writes it, 小字 behind it. */
  readonly name: string;
  readonly key: string;
  /** Key without 丁目 (阿品2丁目 → 阿品); null where the name has none. */
  readonly chomeOf: string | null;
  /** The town that this 小字 belongs to. */
  readonly parentKey: string | null;
  /** The 小字 that belong to it. */
  readonly koaza: Town[];
  readonly points: Position[];
  readonly blocks: Map<string, Position[]>;
}

export interface City {
  readonly prefecture: string | null;
  readonly name: string | null;
  readonly towns: Map<string, Town>;
  /** The same by the name as entries write it: a block list names a town thousands of times. */
  readonly townsByName: Map<string, Town>;
  /** 丁目 by number, under the key without it. */
  readonly chomes: Map<string, Map<number, Town>>;
  /** Towns that have 小字, known or not: unread letters behind them may be one. */
  readonly withKoaza: Set<string>;
  longestKey: number;
}

export interface GazetteerDefaults {
  /** Prefecture and city of entries that don't say theirs, and of addresses that don't. */
  readonly prefecture?: string | undefined;
  readonly city?: string | undefined;
}

/** Cities with their towns, blocks gathered under their town. */
export function indexTowns(entries: Iterable<GazetteerEntry>, defaults: GazetteerDefaults): City[] {
  const cities = new Map<string, City>();
  for (const entry of entries) {
    const city = cityOf(
      cities,
      entry.prefecture ?? defaults.prefecture ?? null,
      entry.city ?? defaults.city ?? null,
    );
    const town = townOf(city, entry.town, null);
    const places = [town];
    if (entry.koaza) places.push(townOf(city, entry.town + entry.koaza, town));
    const block = entry.block === null ? '' : blockKey(entry.block);
    if (block === '') places.at(-1)?.points.push(entry.position);
    else
      for (const place of places) {
        const known = place.blocks.get(block);
        if (known) known.push(entry.position);
        else place.blocks.set(block, [entry.position]);
      }
  }
  return [...cities.values()];
}

/** The positions that a town is known by: its own points, else those of its 小字 and blocks. */
export function townCenter(town: Town): { center: Position; reachMeters: number } | null {
  if (town.points.length > 0) return spreadOf(town.points);
  const points = [...town.koaza.flatMap((one) => one.points), ...[...town.blocks.values()].flat()];
  return points.length === 0 ? null : { center: spreadOf(points).center, reachMeters: 0 };
}

/** What a city goes by in an address: 安芸郡府中町, 府中町; 広島市中区, 中区. */
export function cityForms(city: City): string[] {
  if (city.name === null) return [];
  const key = nameKey(city.name);
  const withoutCounty = /^.+郡(.+[町村])$/u.exec(key)?.[1];
  const ward = /^.+市(.+区)$/u.exec(key)?.[1];
  return [key, withoutCounty, ward].filter((form) => form !== undefined);
}

export const PREFECTURE_KEYS: readonly string[] = PREFECTURES.map(nameKey);

function cityOf(cities: Map<string, City>, prefecture: string | null, name: string | null): City {
  const key = JSON.stringify([prefecture, name]);
  let city = cities.get(key);
  if (city === undefined) {
    city = {
      prefecture,
      name,
      towns: new Map(),
      townsByName: new Map(),
      chomes: new Map(),
      withKoaza: new Set(),
      longestKey: 0,
    };
    cities.set(key, city);
  }
  return city;
}

/** A block that is a bare number, as most are, is its own key. */
function blockKey(block: string): string {
  return /^[1-9][0-9]*$/.test(block) ? block : nameKey(block).replace(/番$/u, '');
}

function townOf(city: City, name: string, parent: Town | null): Town {
  const known = city.townsByName.get(name) ?? city.towns.get(nameKey(name));
  const town = known ?? addTown(city, name, parent);
  city.townsByName.set(name, town);
  return town;
}

function addTown(city: City, name: string, parent: Town | null): Town {
  const key = nameKey(name);
  const chome = /^(.+?)([0-9]+)丁目$/u.exec(key);
  const chomeOf = chome?.[1] ?? null;
  const parentKey = parent?.key ?? null;
  const town: Town = {
    city,
    name,
    key,
    chomeOf,
    parentKey,
    koaza: [],
    points: [],
    blocks: new Map(),
  };
  city.towns.set(key, town);
  city.longestKey = Math.max(city.longestKey, key.length);
  if (parent !== null) {
    parent.koaza.push(town);
    city.withKoaza.add(parent.key);
  }
  if (chomeOf !== null) {
    const siblings = city.chomes.get(chomeOf) ?? new Map<number, Town>();
    city.chomes.set(chomeOf, siblings.set(Number(chome?.[2]), town));
  }
  return town;
}
