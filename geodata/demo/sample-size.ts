import type { CitySize } from './city.ts';

/** A hamlet of the demo city: enough of everything to be tried in an import, made in seconds. */
export const SAMPLE_SIZE: CitySize = {
  widthMeters: 7_000,
  heightMeters: 6_000,
  districts: 4,
  hamlets: 20,
  hillRoads: 6,
  buildings: 1_500,
  slopeZones: 60,
  landslideZones: 2,
  shelters: 12,
  welfareShelters: 4,
  fireStations: 1,
  residents: 80,
  // Others than those of the demo city, whose people an import of the sample must not meet.
  numberLetter: 'M',
};
