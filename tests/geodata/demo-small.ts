import type { CitySize } from '#geodata/demo/city';

/** A city of a tenth of the area, for tests: made in about two seconds. */
export const SMALL: CitySize = {
  widthMeters: 9_000,
  heightMeters: 7_600,
  districts: 6,
  hamlets: 40,
  hillRoads: 10,
  buildings: 4_000,
  slopeZones: 160,
  landslideZones: 4,
  shelters: 24,
  welfareShelters: 5,
  fireStations: 2,
  residents: 400,
};
