/** The fictional city. Its code stands in no list; the number of its prefecture is free. */
export const CITY = {
  code: '99201',
  name: '汐路市',
  kana: 'しおじし',
  prefecture: '海原県',
  prefectureCode: '99',
} as const;

/** How large the city is made; tests make a smaller one. */
export interface CitySize {
  readonly widthMeters: number;
  readonly heightMeters: number;
  readonly districts: number;
  readonly hamlets: number;
  readonly hillRoads: number;
  readonly buildings: number;
  readonly slopeZones: number;
  readonly landslideZones: number;
  readonly shelters: number;
  readonly welfareShelters: number;
  readonly fireStations: number;
  readonly residents: number;
  /** That numbers of its roster begin with; R where it is left out. */
  readonly numberLetter?: string;
}

export const FULL_SIZE: CitySize = {
  widthMeters: 24_000,
  heightMeters: 20_000,
  districts: 28,
  hamlets: 250,
  hillRoads: 90,
  buildings: 40_000,
  slopeZones: 2_000,
  landslideZones: 30,
  shelters: 120,
  welfareShelters: 20,
  fireStations: 5,
  residents: 6_000,
};
