import type { RoadKind } from '#domain/road/road';
import type { SlopeFactor, TravelProfile } from './profile.ts';

/**
 * By night people walk at 0.8 of their speed by day.
 *
 * Source: 消防庁 津波避難対策推進マニュアル検討会報告書 (2013), planning value (?).
 */
const NIGHT_ON_FOOT = 0.8;

/**
 * Tobler's hiking function exp(-3.5 · |slope + 0.05|) against that on the level; going down is never
 * taken for quicker, as these are not hikers.
 *
 * Source: Tobler, Three presentations on geographical analysis and modeling, NCGIA 93-1 (1993).
 */
const WALKING_SLOPES: readonly SlopeFactor[] = [
  { slopePercent: -30, factor: 0.5 },
  { slopePercent: -20, factor: 0.7 },
  { slopePercent: -10, factor: 1 },
  { slopePercent: 0, factor: 1 },
  { slopePercent: 5, factor: 0.84 },
  { slopePercent: 10, factor: 0.7 },
  { slopePercent: 20, factor: 0.5 },
  { slopePercent: 30, factor: 0.35 },
];

/**
 * Assisted wheelchair: 1.87, 1.28 and 0.91 m/s were measured at 0, 6.8 and 13 %. Pushers were young, so
 * only the proportion is used; braking down is as slow as pushing up. 8.3 % (1/12), the usual limit of a
 * ramp (高齢者、障害者等の移動等の円滑化の促進に関する法律施行令), is a cost here and no wall.
 */
const PUSHING_SLOPES: readonly SlopeFactor[] = [
  { slopePercent: -13, factor: 0.49 },
  { slopePercent: -6.8, factor: 0.68 },
  { slopePercent: 0, factor: 1 },
  { slopePercent: 6.8, factor: 0.68 },
  { slopePercent: 13, factor: 0.49 },
  { slopePercent: 20, factor: 0.25 },
];

/** One speed on everything that people on foot may use; on stairs their own. */
function onFoot(metersPerSecond: number, onSteps: number): Record<RoadKind, number | null> {
  return {
    motorway: null,
    trunk: metersPerSecond,
    primary: metersPerSecond,
    secondary: metersPerSecond,
    tertiary: metersPerSecond,
    street: metersPerSecond,
    service: metersPerSecond,
    track: metersPerSecond,
    cycleway: metersPerSecond,
    footway: metersPerSecond,
    path: metersPerSecond,
    steps: onSteps,
  };
}

const NO_NEEDS = {
  widthMeters: null,
  heightMeters: null,
  weightTonnes: null,
  slopePercent: null,
  surface: 'any',
  steps: 'passes',
} as const;

const WALKER = {
  nightFactor: NIGHT_ON_FOOT,
  slopeFactors: WALKING_SLOPES,
  obeysOneway: false,
  isMovedByOthers: false,
  isFourWheeled: false,
} as const;

/**
 * 1.0 m/s. Source: 消防庁 津波避難対策推進マニュアル検討会報告書 (2013), walking speed of the old.
 * On stairs half of it (?).
 */
export const WALKING_ELDERLY: TravelProfile = {
  ...WALKER,
  id: 'walking-elderly',
  label: { ja: '高齢者の徒歩', en: 'Elderly person on foot' },
  mode: 'foot',
  speeds: onFoot(1, 0.5),
  needs: NO_NEEDS,
};

/**
 * 0.5 m/s. Source: as above, of those who walk with difficulty. Whether stairs can be managed depends on
 * the person: somebody has to look.
 */
export const WALKING_IMPAIRED: TravelProfile = {
  ...WALKER,
  id: 'walking-impaired',
  label: { ja: '歩行が困難な人の徒歩', en: 'Person who walks with difficulty' },
  mode: 'foot',
  speeds: onFoot(0.5, 0.2),
  needs: { ...NO_NEEDS, steps: 'unknown' },
};

/**
 * 1.0 m/s on the level (see PUSHING_SLOPES), 1.2 m of width: what a wheelchair and a person side by side
 * need (道路の移動等円滑化基準, the least width of a passage a wheelchair can use is 0.8 to 1.2 m (?)).
 */
export const WHEELCHAIR_ASSISTED: TravelProfile = {
  ...WALKER,
  id: 'wheelchair-assisted',
  label: { ja: '車いす(介助あり)', en: 'Assisted wheelchair' },
  mode: 'wheelchair',
  isMovedByOthers: true,
  slopeFactors: PUSHING_SLOPES,
  speeds: { ...onFoot(1, 1), steps: null },
  needs: { ...NO_NEEDS, widthMeters: 1.2, surface: 'paved', steps: 'refused' },
};

/** Carried by four: 0.6 m/s, on stairs 0.3, 1.5 m of width for the turns (?): no source, to be edited. */
export const STRETCHER: TravelProfile = {
  ...WALKER,
  id: 'stretcher',
  label: { ja: '担架', en: 'Stretcher' },
  mode: 'foot',
  isMovedByOthers: true,
  speeds: onFoot(0.6, 0.3),
  needs: { ...NO_NEEDS, widthMeters: 1.5 },
};
