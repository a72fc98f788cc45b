import type { ReleaseDocument } from './release.ts';

/** What the catalogue says of one release. */
export interface CatalogueEntry {
  /** YYYY-MM-01 */
  readonly month: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/deed.ja';
const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/MONTHLY';
const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type';

/** The last day of the month of its first. */
function endOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

const inBoth = (ja: string, en: string) => [
  { '@language': 'ja', '@value': ja },
  { '@language': 'en', '@value': en },
];

/**
 * 全国地方公共団体コード with its check digit (JIS X 0402): eleven less the remainder by eleven of the digits weighed
 * 6 to 2, of which the last digit counts.
 */
export function codeWithCheckDigit(code: string): string {
  const sum = [...code].reduce((total, digit, place) => total + Number(digit) * (6 - place), 0);
  return `${code}${(11 - (sum % 11)) % 10}`;
}

/** Columns of the CSV, in the order and words of the municipal standard (自治体標準オープンデータセット). */
export const RELEASE_COLUMNS = [
  { name: '全国地方公共団体コード', about: '市の番号(検査数字つき6桁)' },
  { name: '地方公共団体名', about: '市の名前' },
  { name: '地区名', about: '地区の名前。「市全体」は市の合計、「地区不明」は地区が分からない人' },
  { name: '年月', about: '数値の年月(YYYY-MM)。月の初めの時点' },
  { name: '項目ID', about: '項目の記号' },
  { name: '項目名', about: '項目の名前' },
  { name: '単位', about: '値の単位' },
  { name: '値', about: '数値。公開しない値と、ない値は空' },
  { name: '備考', about: '値が空の理由: 秘匿、未記録、計算できない' },
  { name: '説明', about: '項目の説明と計算式' },
] as const;

/** The catalogue as JSON-LD by DCAT-AP. `base`: address below which the files stand. */
export function catalogueOf(
  municipality: { readonly code: string; readonly name: string },
  releases: readonly CatalogueEntry[],
  base: string,
): Record<string, unknown> {
  const publisher = {
    '@type': 'foaf:Agent',
    'foaf:name': municipality.name,
    'dct:identifier': codeWithCheckDigit(municipality.code),
  };
  return {
    '@context': {
      ...{ dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
      ...{ foaf: 'http://xmlns.com/foaf/0.1/', xsd: 'http://www.w3.org/2001/XMLSchema#' },
      csvw: 'http://www.w3.org/ns/csvw#',
    },
    '@id': base,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth(
      `${municipality.name} 地域福祉カルテ`,
      `District charts of ${municipality.name}`,
    ),
    'dct:description': inBoth(
      '地区ごとの福祉と防災の数値。5人(件)未満の値と、そこから逆算できる値は公開していません。',
      'Figures of welfare and disaster prevention by district. Values under 5, and values that would give them away, are not published.',
    ),
    'dct:publisher': publisher,
    'dct:language': 'ja',
    'dct:license': { '@id': LICENCE },
    'dcat:dataset': releases.map(({ month, publishedAt }) => {
      const address = `${base}/${month}`;
      const distribution = (ending: string, mediaType: string, type: string) => ({
        '@type': 'dcat:Distribution',
        '@id': `${address}.${ending}`,
        'dcat:downloadURL': { '@id': `${address}.${ending}` },
        'dcat:mediaType': mediaType,
        'dct:format': { '@id': `${FILE_TYPE}/${type}` },
        'dct:license': { '@id': LICENCE },
        ...(ending === 'csv' && {
          'csvw:tableSchema': {
            'csvw:column': RELEASE_COLUMNS.map(({ name, about }) => ({
              ...{ 'csvw:name': name, 'dct:description': about },
            })),
          },
        }),
      });
      return {
        '@type': 'dcat:Dataset',
        '@id': address,
        'dct:identifier': `${codeWithCheckDigit(municipality.code)}-chart-${month.slice(0, 7)}`,
        'dct:title': inBoth(
          `地域福祉カルテ ${month.slice(0, 7)}`,
          `District charts ${month.slice(0, 7)}`,
        ),
        'dct:publisher': publisher,
        'dct:issued': { '@type': 'xsd:dateTime', '@value': publishedAt },
        'dct:license': { '@id': LICENCE },
        'dct:accrualPeriodicity': { '@id': FREQUENCY },
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': { '@type': 'xsd:date', '@value': month },
          'dcat:endDate': { '@type': 'xsd:date', '@value': endOf(month) },
        },
        'dct:spatial': { 'dct:identifier': codeWithCheckDigit(municipality.code) },
        'dcat:keyword': ['福祉', '防災', '避難行動要支援者', '地区'],
        'dcat:distribution': [
          distribution('csv', 'text/csv', 'CSV'),
          distribution('json', 'application/json', 'JSON'),
        ],
      };
    }),
  };
}

const REASONS = {
  suppressed: '秘匿',
  'not-recorded': '未記録',
  'not-computable': '計算できない',
} as const;

/** Lines of the CSV, the head first. */
export function* releaseLines(
  municipality: { readonly code: string; readonly name: string },
  { month, items, districts, city }: ReleaseDocument,
): Generator<readonly (string | number)[]> {
  yield RELEASE_COLUMNS.map(({ name }) => name);
  const code = codeWithCheckDigit(municipality.code);
  const rows = [...districts, { name: '市全体', figures: city }];
  for (const { name, figures } of rows)
    for (const { id, label, unit, decimals, note, formula } of items) {
      const value = figures[id] ?? 'not-recorded';
      yield [
        ...[code, municipality.name, name === '' ? '地区不明' : name, month.slice(0, 7)],
        ...[id, label.ja, unit.ja],
        ...(typeof value === 'number' ? [value.toFixed(decimals), ''] : ['', REASONS[value]]),
        [note, `計算式: ${formula}`].filter((part) => part !== '').join('。'),
      ];
    }
}
