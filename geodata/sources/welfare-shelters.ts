import type { ShelterEntry } from '#domain/shelter/shelter';
import type { OpenedSource } from '#geodata/item';
import { readWelfareRow, WELFARE_HEADERS } from '#geodata/mappers/shelter-welfare';
import { renamedByMapping } from '#geodata/mappers/shelter-welfare-columns';
import { openShelterList, type ShelterSource } from './shelter-list.ts';
import type { SourceOptions } from './source-options.ts';

const WELFARE: ShelterSource = {
  expected: {
    ja: '福祉避難所の一覧 CSV(名称、受入対象者、区分(指定・協定) など。ひな形を出力して使ってください)',
    en: 'a list of welfare shelters as CSV by the template (名称, 受入対象者, 区分(指定・協定) …)',
  },
  credit: null,
  layouts: [{ headers: WELFARE_HEADERS, read: readWelfareRow }],
  rename: (cells, { welfareMapping }) => {
    if (welfareMapping === undefined) return cells;
    // The officer has said what is what: a list that names neither groups nor basis is one all the same.
    const none = Object.fromEntries(WELFARE_HEADERS.slice(1).map((header) => [header, '']));
    return { ...none, ...renamedByMapping(cells, welfareMapping) };
  },
};

/** Welfare shelters in the layout of WELFARE_SHELTERS_TEMPLATE. */
export function openWelfareShelters(
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<ShelterEntry> {
  return openShelterList(WELFARE, files, options);
}
