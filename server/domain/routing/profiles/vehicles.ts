import type { RoadKind } from '#domain/road/road';
import type { RoadNeeds, TravelProfile } from './profile.ts';

const KILOMETERS_PER_HOUR = 1 / 3.6;

/**
 * Speeds in a rain that has level 3 called out: below the legal limits (60 km/h on ordinary roads, 30 on
 * streets without a centre line from September 2026, 道路交通法施行令 第11条). Planning values (?).
 */
const SPEEDS: Readonly<Record<RoadKind, number | null>> = {
  motorway: 70 * KILOMETERS_PER_HOUR,
  trunk: 40 * KILOMETERS_PER_HOUR,
  primary: 40 * KILOMETERS_PER_HOUR,
  secondary: 35 * KILOMETERS_PER_HOUR,
  tertiary: 30 * KILOMETERS_PER_HOUR,
  street: 20 * KILOMETERS_PER_HOUR,
  service: 10 * KILOMETERS_PER_HOUR,
  track: 10 * KILOMETERS_PER_HOUR,
  cycleway: null,
  footway: null,
  path: null,
  steps: null,
};

/** Slopes as steep as roads are hardly slow a vehicle; where one can't climb is a need. By night as by day. */
const DRIVER = {
  speeds: SPEEDS,
  slopeFactors: [],
  nightFactor: 1,
  obeysOneway: true,
  isMovedByOthers: false,
  isFourWheeled: true,
} as const;

const vehicleNeeds = (
  widthMeters: number,
  heightMeters: number,
  weightTonnes: number,
  slopePercent: number | null,
): RoadNeeds => ({
  widthMeters,
  heightMeters,
  weightTonnes,
  slopePercent,
  surface: 'any',
  steps: 'refused',
});

/** A small car is 1.7 m wide at most (道路運送車両法施行規則, 小型自動車: 1.7 m, 2.0 m high); 0.8 m to spare (?). */
export const CAR: TravelProfile = {
  ...DRIVER,
  id: 'car',
  label: { ja: '乗用車', en: 'Car' },
  mode: 'car',
  needs: vehicleNeeds(2.5, 2, 2, null),
};

/** A one-box car with a lift: 1.9 m wide, 2.3 m high, 3 t (?), and room beside it to let the chair out. */
export const WELFARE_TAXI: TravelProfile = {
  ...DRIVER,
  id: 'welfare-taxi',
  label: { ja: '福祉タクシー', en: 'Welfare taxi' },
  mode: 'car',
  needs: vehicleNeeds(3, 2.4, 3, null),
};

/** 高規格救急車: 1.9 m wide, 2.6 m high, 3.5 t with its crew (?); cities ask for 3 to 4 m of road. */
export const AMBULANCE: TravelProfile = {
  ...DRIVER,
  id: 'ambulance',
  label: { ja: '救急車', en: 'Ambulance' },
  mode: 'emergency',
  needs: vehicleNeeds(3.5, 2.7, 3.5, 15),
};

/**
 * 消防ポンプ自動車. Cities publish 3.5 to 6 m of width, 4 m of headroom, 6 to 15 % of slope; 4 m is what
 * makes a road no narrow one (狭あい道路, 建築基準法 第42条). Differs by city: to be edited.
 */
export const PUMPER: TravelProfile = {
  ...DRIVER,
  id: 'pumper',
  label: { ja: '消防ポンプ車', en: 'Pumper' },
  mode: 'emergency',
  needs: vehicleNeeds(4, 4, 10, 15),
};

/** はしご車: cities publish up to 6 m of width, 4 m of headroom, 20 to 21 t. Differs by city: to be edited. */
export const LADDER_TRUCK: TravelProfile = {
  ...DRIVER,
  id: 'ladder-truck',
  label: { ja: 'はしご車', en: 'Ladder truck' },
  mode: 'emergency',
  needs: vehicleNeeds(6, 4, 21, 10),
};
