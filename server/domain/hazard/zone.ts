import type { MultiPolygon } from '#domain/geo/position';

/** 急傾斜地の崩壊 / 土石流 / 地すべり: A33_001 codes 1, 2, 3. */
export const PHENOMENA = ['slope-failure', 'debris-flow', 'landslide'] as const;
export type Phenomenon = (typeof PHENOMENA)[number];

/** A33_002: 2 red designated, 1 yellow designated, 4 red before designation, 3 yellow before designation. */
export const ZONE_CLASSES = [
  'red',
  'red-before-designation',
  'yellow',
  'yellow-before-designation',
] as const;
export type ZoneClass = (typeof ZONE_CLASSES)[number];

/** One landslide (special) warning area, 土砂災害(特別)警戒区域. */
export interface HazardZone {
  /** Hash of the content: the same record of the same file keeps its id (A33_004 is no key). */
  readonly id: string;
  readonly phenomenon: Phenomenon;
  readonly zoneClass: ZoneClass;
  /** A33_008 = 1: the red zone has not been surveyed. Unknown, which is not "no red zone". */
  readonly redNotSurveyed: boolean;
  readonly prefectureCode: string | null;
  readonly zoneNumber: string | null;
  readonly zoneName: string | null;
  readonly place: string | null;
  /** Date of public notice as YYYY-MM-DD; null where the file says 9999 or nothing. */
  readonly noticeDate: string | null;
  readonly geometry: MultiPolygon;
}

/** Whether the class is a red zone, designated or about to be. */
export function isRed(zoneClass: ZoneClass): boolean {
  return zoneClass === 'red' || zoneClass === 'red-before-designation';
}
