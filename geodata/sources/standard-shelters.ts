import type { ShelterEntry } from '#domain/shelter/shelter';
import type { OpenedSource } from '#geodata/item';
import { readStandardRow, STANDARD_HEADERS } from '#geodata/mappers/shelter-standard';
import { openShelterList, type ShelterSource } from './shelter-list.ts';
import type { SourceOptions } from './source-options.ts';

const STANDARD: ShelterSource = {
  expected: {
    ja: '自治体標準オープンデータセット「指定緊急避難場所一覧」の CSV(ID、名称、緯度、経度、災害種別_洪水 など)',
    en: 'the municipal standard open data 指定緊急避難場所一覧 as CSV (ID, 名称, 緯度, 経度, 災害種別_洪水 …)',
  },
  credit: null,
  layouts: [{ headers: STANDARD_HEADERS, read: readStandardRow }],
};

/** Emergency sites in the layout of the municipal standard open data. */
export function openStandardShelters(
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<ShelterEntry> {
  return openShelterList(STANDARD, files, options);
}
