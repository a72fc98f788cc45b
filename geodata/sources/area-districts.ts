import { FOUND } from '#geodata/found';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import { comparable } from '#geodata/mappers/roster-text';
import { readCsv } from '#geodata/steps/read-csv';

const EXPECTED: Bilingual = {
  ja: '区域と地区の対応表 CSV(列 area と district、または 区域 と 地区)',
  en: 'a CSV of areas and districts (columns area and district)',
};
const AREA_HEADERS = ['area', '区域', '町丁', '小地域'];
const DISTRICT_HEADERS = ['district', '地区', '地区名'];

/** District of each area by its comparable name or code. */
export async function readAreaDistricts(path: string): Promise<ReadonlyMap<string, string>> {
  const districts = new Map<string, string>();
  for await (const { record } of readCsv(path)) {
    const headers = Object.keys(record);
    const area = headers.find((header) => AREA_HEADERS.includes(header.toLowerCase()));
    const district = headers.find((header) => DISTRICT_HEADERS.includes(header.toLowerCase()));
    if (area === undefined || district === undefined)
      throw new UnknownLayoutError(EXPECTED, headers.slice(0, 12).join(', '));
    const name = record[district]?.trim() ?? '';
    if (name !== '') districts.set(comparable(record[area] ?? ''), name);
  }
  if (districts.size === 0) throw new UnknownLayoutError(EXPECTED, FOUND.noRows);
  return districts;
}
