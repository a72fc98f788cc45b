import type { LocatedPosition } from '#domain/resident/accuracy';
import { NO_POSITION } from '#domain/resident/accuracy';
import type { Bilingual } from '#geodata/item';
import { type BadRow, readRows } from './read-rows.ts';

/** A row of the points file: a place to check, or why it cannot be. */
export type CheckPoint = { readonly id: string; readonly located: LocatedPosition } | BadRow;

const COLUMNS = ['id', 'lng', 'lat'] as const;
const ASSUMED_ACCURACY_METERS = 10;
/** Okinotorishima to Etorofu: what is beyond is a mistake in a file of Japan. */
const JAPAN = { west: 122, south: 20, east: 154, north: 46 } as const;

const EXPECTED: Bilingual = {
  ja: 'id,lng,lat,accuracyMeters の列がある CSV(accuracyMeters は省略できます)',
  en: 'a CSV with the columns id,lng,lat,accuracyMeters (accuracyMeters may be left out)',
};

/** Rows of a points CSV `id,lng,lat,accuracyMeters`; throws as `readRows`. */
export function readCheckPoints(path: string): AsyncGenerator<CheckPoint> {
  return readRows(path, COLUMNS, EXPECTED, readPoint);
}

/** An accuracy of up to 25 m names one house; a coarser one is judged by its circle (see `isPrecise`). */
function readPoint(line: number, record: Readonly<Record<string, string>>): CheckPoint {
  const { id = '', lng: lngText = '', lat: latText = '', accuracyMeters = '' } = record;
  if (id === '') return { line, reason: { ja: 'id がありません', en: 'there is no id' } };
  if (isBlank(lngText) && isBlank(latText)) return { id, located: NO_POSITION };
  const lng = readNumber(lngText);
  const lat = readNumber(latText);
  const radiusMeters = isBlank(accuracyMeters)
    ? ASSUMED_ACCURACY_METERS
    : readNumber(accuracyMeters);
  const reason = findFault(lng, lat, radiusMeters);
  if (reason !== null) return { line, reason };
  return { id, located: { accuracy: 'building', position: [lng, lat], radiusMeters } };
}

function findFault(lng: number, lat: number, radiusMeters: number): Bilingual | null {
  if (Number.isNaN(lng) || Number.isNaN(lat))
    return {
      ja: 'lng と lat を数として読めません(両方とも空なら位置不明として判定できませんとします)',
      en: 'lng and lat are no numbers (both empty stand for a position that is not known)',
    };
  if (!isInJapan(lng, lat))
    return isInJapan(lat, lng)
      ? { ja: 'lng(経度)と lat(緯度)が逆です', en: 'lng and lat are swapped' }
      : {
          ja: `lng,lat = ${lng},${lat} は日本の範囲(経度122〜154、緯度20〜46)の外です`,
          en: `lng,lat = ${lng},${lat} is out of the range of Japan (lng 122 to 154, lat 20 to 46)`,
        };
  if (!(radiusMeters >= 0))
    return {
      ja: 'accuracyMeters が0以上の数ではありません(空なら10とします)',
      en: 'accuracyMeters is no number from 0 (empty stands for 10)',
    };
  return null;
}

function isInJapan(lng: number, lat: number): boolean {
  return lng >= JAPAN.west && lng <= JAPAN.east && lat >= JAPAN.south && lat <= JAPAN.north;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Full-width digits are numbers too; NaN for what is none. */
function readNumber(text: string): number {
  const digits = text.normalize('NFKC').trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : Number.NaN;
}
