import type { Position } from '../geo/position.ts';
import type { Problem } from '../problem.ts';

/** 消防署所: where vehicles of the fire department set out. */
export interface FireStation {
  readonly name: string;
  /** What the department calls it, e.g. 本部, 分署, 出張所, 分団; '' where nothing is said. */
  readonly kind: string;
  readonly position: Position;
  /** Ids of the profiles of vehicles that are kept there. */
  readonly vehicles: readonly string[];
}

/** What may stand in the way of writing a station down. */
export const STATION_FAILURES = {
  unknown: (): Problem => ({
    code: 'fire-station.unknown',
    ja: '消防署所が見つかりません',
    en: 'There is no such fire station',
  }),
  stale: (): Problem => ({
    code: 'fire-station.stale',
    ja: '消防署所は他の人が先に変更しました。入力は保存していません。今の内容と見比べてください',
    en: 'Somebody else changed the fire station first. Nothing was stored; compare with what stands now',
  }),
  vehicleUnknown: (id: string): Problem => ({
    code: 'fire-station.vehicle-unknown',
    ja: `車両「${id}」は登録されていません`,
    en: `There is no vehicle ${id}`,
  }),
} as const;
