import type { Place } from '../frame.ts';
import { chomeName, type PlaceName, type placeNamer, type Setting } from '../names/place-names.ts';
import type { Random } from '../random.ts';
import type { Building } from '../streets/building.ts';

/** Houses with one number: 街区 of a town, 番地 in the country. */
export interface Block extends Place {
  readonly number: number;
  readonly buildings: readonly number[];
}

/** 町丁目 or 大字. */
export interface Town extends Place, PlaceName {
  readonly district: number;
  /** 住居表示: 「1番2号」; else 「12番地3」. */
  readonly hasHouseNumbers: boolean;
  readonly blocks: readonly Block[];
}

export type Namer = ReturnType<typeof placeNamer>;

const HOUSES_PER_TOWN = 190;
const HOUSES_PER_BLOCK = 16;
/** Towns of this many houses and more are numbered by block. */
const URBAN_HOUSES = 110;

/**
 * Towns of each district and their blocks: houses near each other make a town, towns side by side
 * share a name by 丁目.
 */
export function makeTowns(
  buildings: readonly Building[],
  districtOf: readonly number[],
  districtNames: readonly PlaceName[],
  settingOf: (place: Place) => Setting,
  name: Namer,
  random: Random,
): Town[] {
  const byDistrict = new Map<number, number[]>();
  for (const [building, district] of districtOf.entries()) {
    const list = byDistrict.get(district);
    if (list) list.push(building);
    else byDistrict.set(district, [building]);
  }
  const towns: Town[] = [];
  for (const [district, members] of [...byDistrict].sort(([a], [b]) => a - b)) {
    const clusters = halved(buildings, members, HOUSES_PER_TOWN * random.between(0.8, 1.4));
    for (let at = 0; at < clusters.length; ) {
      const isUrban = clusters[at]!.length >= URBAN_HOUSES && clusters.length > 2;
      const count = isUrban ? Math.min(clusters.length - at, random.integer(2, 5)) : 1;
      // One town of each district bears its name.
      const own = at === 0 ? districtNames[district] : undefined;
      const root = own ?? name(settingOf(middleOf(buildings, clusters[at]!)));
      for (let chome = 1; chome <= count; chome += 1, at += 1) {
        const houses = clusters[at]!;
        const named = count > 1 ? chomeName(root, chome) : root;
        const blocks = blocksOf(buildings, houses, count > 1, random);
        towns.push({
          ...middleOf(buildings, houses),
          ...named,
          district,
          hasHouseNumbers: count > 1,
          blocks,
        });
      }
    }
  }
  return towns;
}

function blocksOf(
  buildings: readonly Building[],
  houses: readonly number[],
  isUrban: boolean,
  random: Random,
): Block[] {
  let number = isUrban ? 0 : random.integer(10, 400);
  return halved(buildings, houses, isUrban ? HOUSES_PER_BLOCK : HOUSES_PER_BLOCK / 3).map(
    (members) => {
      number += isUrban ? 1 : random.integer(1, 9);
      return { ...middleOf(buildings, members), number, buildings: members };
    },
  );
}

/** Cuts houses in halves, across the longer side, until no part has more than `most`; neighbours follow each other. */
function halved(
  buildings: readonly Building[],
  houses: readonly number[],
  most: number,
): number[][] {
  if (houses.length <= most) return houses.length === 0 ? [] : [[...houses]];
  const xs = houses.map((house) => buildings[house]!.x);
  const ys = houses.map((house) => buildings[house]!.y);
  const isWide = spanOf(xs) > spanOf(ys);
  const along = (house: number) => (isWide ? buildings[house]!.x : -buildings[house]!.y);
  const sorted = [...houses].sort((a, b) => along(a) - along(b) || a - b);
  const middle = Math.ceil(sorted.length / 2);
  return [
    ...halved(buildings, sorted.slice(0, middle), most),
    ...halved(buildings, sorted.slice(middle), most),
  ];
}

function spanOf(values: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}

function middleOf(buildings: readonly Building[], houses: readonly number[]): Place {
  let x = 0;
  let y = 0;
  for (const house of houses) {
    x += buildings[house]!.x / houses.length;
    y += buildings[house]!.y / houses.length;
  }
  return { x, y };
}
