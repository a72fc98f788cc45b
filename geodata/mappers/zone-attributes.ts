import type { HazardZone, Phenomenon, ZoneClass } from '#domain/hazard/zone';
import type { ImportReason } from '#geodata/item';
import { parseJapaneseDate } from './japanese-date.ts';
import { ZONE_REASONS } from './zone-reasons.ts';

export type ZoneAttributes = Omit<HazardZone, 'id' | 'geometry'>;

export type ZoneAttributesReading =
  | {
      readonly kind: 'zone';
      readonly attributes: ZoneAttributes;
      readonly repairs: readonly ImportReason[];
    }
  | { readonly kind: 'unusable'; readonly reason: ImportReason };

/** KSJ A33, 現象の種類コード and 区域区分コード. */
const PHENOMENON_BY_CODE: Readonly<Record<string, Phenomenon>> = {
  '1': 'slope-failure',
  '2': 'debris-flow',
  '3': 'landslide',
};
const CLASS_BY_CODE: Readonly<Record<string, ZoneClass>> = {
  '1': 'yellow',
  '2': 'red',
  '3': 'yellow-before-designation',
  '4': 'red-before-designation',
};

/** Attributes A33_001 to A33_008 of a feature; codes may be numbers or texts. */
export function readZoneAttributes(
  properties: Readonly<Record<string, unknown>>,
): ZoneAttributesReading {
  const phenomenon = PHENOMENON_BY_CODE[codeOf(properties.A33_001)];
  if (phenomenon === undefined)
    return { kind: 'unusable', reason: ZONE_REASONS.unknownPhenomenon(textOf(properties.A33_001)) };
  const zoneClass = CLASS_BY_CODE[codeOf(properties.A33_002)];
  if (zoneClass === undefined)
    return { kind: 'unusable', reason: ZONE_REASONS.unknownClass(textOf(properties.A33_002)) };
  const repairs: ImportReason[] = [];
  const noticeDate = readNoticeDate(properties.A33_007);
  if (noticeDate.isUnreadable) repairs.push(ZONE_REASONS.unreadableDate);
  const flag = codeOf(properties.A33_008);
  if (flag !== '' && flag !== '0' && flag !== '1') repairs.push(ZONE_REASONS.unknownSurveyFlag);
  return {
    kind: 'zone',
    repairs,
    attributes: {
      phenomenon,
      zoneClass,
      // A flag that cannot be read is no word for "surveyed".
      redNotSurveyed: flag !== '' && flag !== '0',
      prefectureCode: codeOf(properties.A33_003).padStart(2, '0').replace(/^00$/, '') || null,
      zoneNumber: textOf(properties.A33_004) || null,
      zoneName: textOf(properties.A33_005) || null,
      place: textOf(properties.A33_006) || null,
      noticeDate: noticeDate.date,
    },
  };
}

/** 2, "2", "２", " 02 ", 2.0 → "2"; anything else as text. */
export function codeOf(value: unknown): string {
  const text = textOf(value).normalize('NFKC').trim();
  return /^\d+(?:\.0+)?$/.test(text) ? String(Number(text)) : text;
}

/** Spaces at the ends go, full-width ones too; the rest stays as written. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** `2012/2/28`, `20120228`, `平成24年2月28日`, a Date of a DBF; 9999 and empty are unknown. */
function readNoticeDate(value: unknown): { date: string | null; isUnreadable: boolean } {
  const text = value instanceof Date ? dateText(value) : textOf(value);
  if (text === '' || /^(?:9999|0+(?!\d))/.test(text)) return { date: null, isUnreadable: false };
  const date = parseJapaneseDate(text).value;
  return { date, isUnreadable: date === null };
}

/** The DBF reader gives days as midnight of the local time. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return `${date.getFullYear()}/${date.getMonth() + 1}/${date.getDate()}`;
}
