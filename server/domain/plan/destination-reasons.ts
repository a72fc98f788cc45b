import type { Bilingual } from '../resident/labels.ts';

/** `rules-out`: unsuitable, may be chosen all the same. `unknown`: somebody has to ask. */
export const REASON_BEARINGS = ['rules-out', 'against', 'unknown', 'for'] as const;
export type ReasonBearing = (typeof REASON_BEARINGS)[number];

export const DESTINATION_REASON_CODES = [
  'in-red',
  'near-red',
  'in-yellow',
  'zones-undetermined',
  'out-of-zones',
  'not-for-landslide',
  'landslide-unknown',
  'for-landslide',
  'group-refused',
  'group-unknown',
  'group-accepted',
  'full',
  'capacity-unknown',
  'has-room',
  'no-power',
  'power-unknown',
  'power-need-unknown',
  'has-power',
  'no-way',
  'way-unknown',
  'way-in-red',
  'way-in-yellow',
  'way-out-of-zones',
  'way-to-check',
] as const;
export type DestinationReasonCode = (typeof DESTINATION_REASON_CODES)[number];

/** What speaks for a destination or against it, in words. */
export interface DestinationReason extends Bilingual {
  readonly code: DestinationReasonCode;
  readonly bearing: ReasonBearing;
}

const meters = (value: number) => Math.ceil(value);
const reason = (
  code: DestinationReasonCode,
  bearing: ReasonBearing,
  ja: string,
  en: string,
): DestinationReason => ({ code, bearing, ja, en });

/** The one catalogue of reasons. None says that a place or a way is without danger. */
export const DESTINATION_REASONS = {
  inRed: () =>
    reason('in-red', 'rules-out', '建物が特別警戒区域内', 'The building is inside of a red zone'),
  nearRed: () =>
    reason('near-red', 'against', '建物が特別警戒区域の近く', 'The building is near a red zone'),
  inYellow: () =>
    reason('in-yellow', 'against', '建物が警戒区域内', 'The building is inside of a yellow zone'),
  zonesUndetermined: () =>
    reason(
      'zones-undetermined',
      'unknown',
      '建物が区域内か確定できません',
      'Whether the building is inside of a zone is undetermined',
    ),
  outOfZones: () =>
    reason('out-of-zones', 'for', '建物は区域外', 'The building is outside of the zones'),
  notForLandslide: () =>
    reason(
      'not-for-landslide',
      'rules-out',
      '土砂災害に対応する指定がありません',
      'Not designated for landslides',
    ),
  landslideUnknown: () =>
    reason(
      'landslide-unknown',
      'unknown',
      '土砂災害に対応するか一覧に記載がありません',
      'The list does not say whether it is for landslides',
    ),
  forLandslide: () =>
    reason('for-landslide', 'for', '土砂災害に対応する指定があります', 'Designated for landslides'),
  groupRefused: (groups: readonly string[]) =>
    reason(
      'group-refused',
      'rules-out',
      `受入対象(${groups.join('、')})に当たりません`,
      `Not of the accepted groups (${groups.join(', ')})`,
    ),
  groupUnknown: (group: string | null) =>
    reason(
      'group-unknown',
      'unknown',
      group === null ? '受入対象者が分かりません' : `受入対象「${group}」に当たるか分かりません`,
      group === null
        ? 'Accepted groups are not known'
        : `Whether the accepted group "${group}" fits is not known`,
    ),
  groupAccepted: (group: string) =>
    reason(
      'group-accepted',
      'for',
      `受入対象「${group}」に当たります`,
      `Of the accepted group "${group}"`,
    ),
  full: (capacity: number, planned: number) =>
    reason(
      'full',
      'rules-out',
      `空きがありません(定員${capacity}人、計画済み${planned}人)`,
      `No room (capacity ${capacity}, planned ${planned})`,
    ),
  capacityUnknown: (planned: number) =>
    reason(
      'capacity-unknown',
      'unknown',
      `定員が分かりません(計画済み${planned}人)`,
      `Capacity is not known (planned ${planned})`,
    ),
  hasRoom: (free: number) => reason('has-room', 'for', `空き${free}人`, `Room for ${free}`),
  noPower: () =>
    reason(
      'no-power',
      'rules-out',
      '医療機器に要る非常用電源がありません',
      'No emergency power for the medical devices',
    ),
  powerUnknown: () =>
    reason(
      'power-unknown',
      'unknown',
      '医療機器に要る非常用電源があるか分かりません',
      'Whether there is emergency power for the medical devices is not known',
    ),
  powerNeedUnknown: () =>
    reason(
      'power-need-unknown',
      'unknown',
      '電源の要る医療機器を使うか分からず、非常用電源も確かめられません',
      'Whether the person needs power is not known, and neither is emergency power there',
    ),
  hasPower: () => reason('has-power', 'for', '非常用電源があります', 'Has emergency power'),
  noWay: () =>
    reason('no-way', 'rules-out', '通れる道がつながっていません', 'No way that can be gone'),
  wayUnknown: () => reason('way-unknown', 'unknown', '経路が分かりません', 'The way is not known'),
  wayInRed: (value: number) =>
    reason(
      'way-in-red',
      'against',
      `経路が特別警戒区域を${meters(value)}m通ります`,
      `The way leads through ${meters(value)} m of red zones`,
    ),
  wayInYellow: (value: number) =>
    reason(
      'way-in-yellow',
      'against',
      `経路が警戒区域を${meters(value)}m通ります`,
      `The way leads through ${meters(value)} m of yellow zones`,
    ),
  wayOutOfZones: () =>
    reason('way-out-of-zones', 'for', '経路は区域外', 'The way is outside of the zones'),
  wayToCheck: (value: number) =>
    reason(
      'way-to-check',
      'unknown',
      `経路のうち${meters(value)}mは通れるか現地確認が必要`,
      `${meters(value)} m of the way have to be looked at on site`,
    ),
} as const;
