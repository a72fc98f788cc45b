import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import type { ImportItem, ImportReason } from '#geodata/item';
import { GAZETTEER_REASONS } from './gazetteer-reasons.ts';

/** Fields of a row under the name that its layout gives them. */
const HEADERS = {
  prefecture: ['都道府県名', 'prefecture', 'pref'],
  city: ['市区町村名', 'city'],
  town: ['大字・丁目名', '大字・町丁目名', '大字町丁目名', 'town'],
  koaza: ['小字・通称名', '小字名', 'koaza'],
  block: ['街区符号・地番', 'block'],
  latitude: ['緯度', '緯度(代表点)', '緯度（代表点）', 'lat', 'latitude'],
  longitude: ['経度', '経度(代表点)', '経度（代表点）', 'lng', 'lon', 'longitude'],
  history: ['更新前履歴フラグ'],
} as const;

export type GazetteerRecord = Readonly<Record<string, unknown>>;

/** Whether the columns are those of a town or block list. */
export function isGazetteerLayout(keys: readonly string[]): boolean {
  return (['town', 'latitude', 'longitude'] as const).every((field) =>
    HEADERS[field].some((header) => keys.includes(header)),
  );
}

/** One row or object of a list as an entry. Non-representative points stay: a block reaches to each. */
export function toGazetteerItem(
  recordNumber: number,
  record: GazetteerRecord,
  raw: string,
): ImportItem<GazetteerEntry> {
  const text = (field: keyof typeof HEADERS): string | null => {
    for (const header of HEADERS[field]) {
      const value = record[header];
      const said =
        typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
      if (said !== '') return said;
    }
    return null;
  };
  const rejected = (reason: ImportReason): ImportItem<GazetteerEntry> => ({
    outcome: 'rejected',
    recordNumber,
    reason,
    raw,
  });
  if (Object.values(record).every((value) => value === null || String(value).trim() === ''))
    return { outcome: 'skipped', recordNumber, reason: GAZETTEER_REASONS.blank };
  if (text('history') === '3')
    return { outcome: 'skipped', recordNumber, reason: GAZETTEER_REASONS.deleted };
  const town = text('town');
  if (town === null) return rejected(GAZETTEER_REASONS.noTown);
  const latitude = Number(text('latitude') ?? Number.NaN);
  const longitude = Number(text('longitude') ?? Number.NaN);
  if (!(latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154))
    return rejected(GAZETTEER_REASONS.noPosition);
  const block = text('block');
  return {
    outcome: 'accepted',
    recordNumber,
    value: {
      prefecture: text('prefecture'),
      city: text('city'),
      town,
      koaza: text('koaza'),
      block,
      position: [longitude, latitude],
      level: block === null ? 'town' : 'block',
    },
  };
}
