import type { Place } from '../frame.ts';
import { blurred } from '../ground/blur.ts';
import { sample } from '../ground/grid.ts';
import { heightAt, type Terrain } from '../ground/terrain.ts';
import type { Random } from '../random.ts';
import type { Building } from '../streets/building.ts';
import type { HouseAddress } from './addresses.ts';
import type { District } from './districts.ts';

/** A public building or ground that takes people in. */
export interface Facility extends Place {
  readonly name: string;
  readonly kind: FacilityKind;
  readonly building: number;
  /** Emergency evacuation site: designated for each of the eight hazards of GSI's list. */
  readonly hazards: readonly boolean[];
  readonly isSite: boolean;
  readonly isShelter: boolean;
}

export type FacilityKind = 'school' | 'centre' | 'hall' | 'park' | 'gym' | 'temple';

const KINDS: readonly (readonly [FacilityKind, number])[] = [
  ['hall', 34],
  ['centre', 12],
  ['school', 20],
  ['park', 18],
  ['gym', 8],
  ['temple', 8],
];
const SUFFIXES: Readonly<Record<FacilityKind, readonly string[]>> = {
  school: ['小学校', '中学校', '小学校体育館', '高等学校'],
  centre: ['市民センター', '公民館', '交流館'],
  hall: ['集会所', '公会堂', '自治会館', 'コミュニティ会館'],
  park: ['公園', '運動広場', '児童公園'],
  gym: ['体育館', 'スポーツセンター', '武道館'],
  temple: ['寺本堂', '神社参集殿'],
};

export interface ShelterGround {
  readonly terrain: Terrain;
  readonly buildings: readonly Building[];
  readonly addresses: ReadonlyMap<number, HouseAddress>;
  readonly districts: readonly District[];
  readonly districtOf: readonly number[];
  /** Whether a building stands in a zone of the given colour. */
  readonly inYellow: (building: number) => boolean;
}

/** Shelters all over the city, more where more people live, and at least one in each district. */
export function placeShelters(on: ShelterGround, count: number, random: Random): Facility[] {
  const { buildings, districts, districtOf, addresses } = on;
  const plain = blurred(on.terrain.grid, on.terrain.slopes, 250);
  const used = new Set<string>();
  const facilities: Facility[] = [];
  const byDistrict = districts.map((_, index) =>
    [...buildings.keys()].filter((building) => districtOf[building] === index),
  );
  const filled = byDistrict.flatMap((houses, index) => (houses.length > 0 ? [index] : []));
  for (let attempt = 0; facilities.length < count && attempt < count * 50; attempt += 1) {
    const district =
      attempt < filled.length
        ? filled[attempt]!
        : districtOf[random.integer(0, buildings.length - 1)]!;
    const building = random.pick(byDistrict[district]!);
    const address = addresses.get(building);
    if (address === undefined) continue;
    const house = buildings[building]!;
    const isClose = facilities.some((one) => Math.hypot(one.x - house.x, one.y - house.y) < 260);
    if (isClose && attempt < count * 40) continue;
    const kind = attempt < filled.length ? 'centre' : random.weighted(KINDS);
    const isOfDistrict = kind === 'school' || kind === 'centre' || kind === 'gym';
    const root = isOfDistrict ? districts[district]!.name : address.town.name;
    const suffix = random.pick(SUFFIXES[kind]);
    const name = root + suffix;
    if (used.has(name)) continue;
    used.add(name);
    const isShelter = kind !== 'park' && random.chance(kind === 'hall' ? 0.5 : 0.85);
    facilities.push({
      x: house.x,
      y: house.y,
      name,
      kind,
      building,
      isShelter,
      isSite: !isShelter || random.chance(0.9),
      hazards: hazardsOf(on, plain, building, kind, random),
    });
  }
  return facilities;
}

/** 洪水, 崖崩れ・土石流・地滑り, 高潮, 地震, 津波, 大規模な火事, 内水氾濫, 火山現象. */
function hazardsOf(
  { terrain, buildings, inYellow }: ShelterGround,
  plain: Float32Array,
  building: number,
  kind: FacilityKind,
  random: Random,
): boolean[] {
  const { x, y, heightMeters } = buildings[building]!;
  const height = heightAt(terrain, x, y);
  const isHigh = heightMeters >= 10;
  const isOnPlain = sample(terrain.grid, plain, x, y) < 4;
  return [
    (!isOnPlain || height > 8 || isHigh) && kind !== 'park',
    // As in reality a few that stand in a zone are still on the list.
    inYellow(building) ? random.chance(0.12) : random.chance(0.86),
    height > 5 || isHigh,
    random.chance(0.9),
    height > 12 || (isHigh && random.chance(0.5)),
    kind === 'park' || kind === 'school' || random.chance(0.2),
    height > 4 && random.chance(0.8),
    false,
  ];
}
