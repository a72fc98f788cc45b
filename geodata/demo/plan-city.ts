import type { CitySize } from './city.ts';
import type { Place } from './frame.ts';
import { blurred } from './ground/blur.ts';
import { sample } from './ground/grid.ts';
import { landParts } from './ground/land-parts.ts';
import { heightAt, makeTerrain, type Terrain } from './ground/terrain.ts';
import { placeNamer, type Setting } from './names/place-names.ts';
import { type HouseAddress, houseAddresses } from './places/addresses.ts';
import { type Districts, makeDistricts, settingOf } from './places/districts.ts';
import { FLAT_DEGREES, type Settlement, settle } from './places/settlements.ts';
import { makeTowns, type Town } from './places/towns.ts';
import type { OnDemoStep } from './progress.ts';
import type { Random } from './random.ts';
import type { Building } from './streets/building.ts';
import { build } from './streets/buildings.ts';
import { type RoadChain, roadChains } from './streets/road-chains.ts';
import { layRoads, type RoadPlan } from './streets/roads.ts';
import { type BuildingIndex, indexBuildings } from './zones/building-index.ts';
import { debrisFlowZones } from './zones/debris-flow-zones.ts';
import { landslideZones } from './zones/landslide-zones.ts';
import { slopeZones } from './zones/slope-zones.ts';
import type { ZoneSite } from './zones/zone-site.ts';

/** Everything of the city that its files are written from. */
export interface City {
  readonly size: CitySize;
  readonly terrain: Terrain;
  readonly settlements: readonly Settlement[];
  readonly roads: RoadPlan;
  readonly chains: readonly RoadChain[];
  readonly buildings: readonly Building[];
  readonly buildingIndex: BuildingIndex;
  readonly zones: readonly ZoneSite[];
  readonly districts: Districts;
  readonly districtOf: readonly number[];
  readonly towns: readonly Town[];
  readonly addresses: ReadonlyMap<number, HouseAddress>;
  readonly nameFor: (setting: Setting) => ReturnType<ReturnType<typeof placeNamer>>;
}

/** The city from the ground up: each step stands on the one before. */
export async function planCity(
  size: CitySize,
  random: Random,
  onProgress: OnDemoStep,
): Promise<City> {
  await onProgress({ ja: '地形をつくっています', en: 'Carving the land', done: 0 });
  const terrain = makeTerrain(size, random.fork('terrain'));
  const parts = landParts(terrain);
  const isMainLand = (cell: number) => parts[cell] === 0;
  await onProgress({
    ja: '集落と道路を置いています',
    en: 'Laying settlements and roads',
    done: 0.35,
  });
  const settlements = settle(terrain, isMainLand, size, random.fork('settlements'));
  const roads = layRoads(terrain, settlements, size.hillRoads, random.fork('roads'));
  const chains = roadChains(roads.network);
  await onProgress({ ja: '建物を建てています', en: 'Building houses', done: 0.5 });
  const buildings = build(terrain, roads, chains, size.buildings, random.fork('buildings'));
  const buildingIndex = indexBuildings(buildings);
  await onProgress({ ja: '警戒区域を引いています', en: 'Drawing the zones', done: 0.58 });
  const zones = [
    ...slopeZones(terrain, buildings, size.slopeZones, random.fork('slopes')),
    ...debrisFlowZones(terrain, buildings, buildingIndex, random.fork('torrents')),
    ...landslideZones(
      terrain,
      buildings,
      buildingIndex,
      size.landslideZones,
      random.fork('landslides'),
    ),
  ];
  await onProgress({ ja: '地名を付けています', en: 'Naming places', done: 0.75 });
  const nameFor = placeNamer(random.fork('names'));
  const settingAt = settings(terrain);
  const districts = makeDistricts(roads.ground, settlements, (place) => nameFor(settingAt(place)));
  const districtOf = buildings.map((building) => districts.at(building));
  const towns = makeTowns(
    buildings,
    districtOf,
    districts.list,
    settingAt,
    nameFor,
    random.fork('towns'),
  );
  return {
    size,
    terrain,
    settlements,
    roads,
    chains,
    buildings,
    buildingIndex,
    zones,
    districts,
    districtOf,
    towns,
    addresses: houseAddresses(towns),
    nameFor,
  };
}

/** Whether a place lies by the sea, in a valley or on the plain. */
function settings(terrain: Terrain): (place: Place) => Setting {
  const { grid, heights, slopes } = terrain;
  const flat = blurred(
    grid,
    Float32Array.from(slopes, (slope, cell) =>
      slope < FLAT_DEGREES && heights[cell]! > 0 ? 1 : 0,
    ),
    400,
  );
  const sea = blurred(
    grid,
    Float32Array.from(heights, (height) => (height <= 0 ? 1 : 0)),
    300,
  );
  return (place) => {
    const isByTheSea = sample(grid, sea, place.x, place.y) > 0.08;
    const height = heightAt(terrain, place.x, place.y);
    return settingOf(height, sample(grid, flat, place.x, place.y), isByTheSea ? 0 : 10_000);
  };
}
