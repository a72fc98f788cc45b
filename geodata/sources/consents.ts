import type { ConsentRecord } from '#domain/access/consent-record';
import { CONSENT_REASONS } from '#geodata/consent-reasons';
import { FOUND } from '#geodata/found';
import { type ImportItem, type OpenedSource, UnknownLayoutError } from '#geodata/item';
import {
  CONSENT_COLUMNS,
  type ConsentHeaders,
  consentHeaders,
  readConsentRow,
} from '#geodata/mappers/consent-row';
import { type CsvRow, readCsv } from '#geodata/steps/read-csv';
import { refuseBinary } from '#geodata/steps/refuse-binary';
import type { SourceOptions } from './source-options.ts';

const EXPECTED = {
  ja: '同意の一覧 CSV(名簿番号、目的、状態、年月日、説明した人、書面。ひな形を出力して使ってください)',
  en: 'a list of consents as CSV by the template (名簿番号, 目的, 状態, 年月日, 説明した人, 書面)',
};

/** What people of the roster said, a line for each person and purpose, in the layout of CONSENTS_TEMPLATE. */
export function openConsents(
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<ConsentRecord> {
  const encodings = new Set<string>();
  return {
    items: readConsents(files, options, encodings),
    metadata: () => ({
      ...{ asOf: options.asOf ?? null, encoding: [...encodings].join(', ') || null, crs: null },
      ...{ credit: null, licence: null, notes: [] },
    }),
  };
}

async function* readConsents(
  files: readonly string[],
  { encoding, onBytes }: SourceOptions,
  encodings: Set<string>,
): AsyncGenerator<ImportItem<ConsentRecord>> {
  for (const file of files) {
    await refuseBinary(file, EXPECTED);
    let columns: ConsentHeaders | null = null;
    const rows = readCsv(file, {
      ...{ encoding, onBytes },
      isHeader: (headers) => consentHeaders(headers) !== null,
      onFound: (found) => {
        columns = consentHeaders(found.headers);
        // A file without headers has people in its first row: nothing of it is said.
        if (columns === null) throw new UnknownLayoutError(EXPECTED, countOf(found.headers));
        encodings.add(found.encoding);
      },
    });
    for await (const row of rows) yield toItem(row, columns ?? {});
    if (columns === null) throw new UnknownLayoutError(EXPECTED, FOUND.noRows);
  }
}

const countOf = ({ length }: readonly string[]) => ({
  ja: `${length} 列`,
  en: `${length} columns`,
});

function toItem(
  { line: recordNumber, record, raw, defect, remarks }: CsvRow,
  columns: ConsentHeaders,
): ImportItem<ConsentRecord> {
  if (defect !== null) return { outcome: 'rejected', recordNumber, reason: defect, raw };
  if (Object.values(record).every((cell) => cell.trim() === ''))
    return { outcome: 'skipped', recordNumber, reason: CONSENT_REASONS.blankRow };
  const read = readConsentRow(record, columns);
  if ('reason' in read) return { outcome: 'rejected', recordNumber, reason: read.reason, raw };
  const repairs = [...remarks, ...read.repairs];
  return repairs.length === 0
    ? { outcome: 'accepted', recordNumber, value: read.value }
    : { outcome: 'repaired', recordNumber, value: read.value, repairs };
}

/** A list to fill in, of two people by their numbers, in the form that Excel opens without garbling. */
const listOf = (one: string, other: string): string =>
  `\ufeff${[
    Object.values(CONSENT_COLUMNS).map(([header]) => header),
    [one, '名簿', '同意', '令和8年4月1日', '架空 担当', '有'],
    [one, '計画', '確認中', '', '', '無'],
    [other, '名簿', '不同意', '2026/4/2', '架空 担当', '有'],
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('')}`;

/** Of the two people of the roster's template. */
export const CONSENTS_TEMPLATE: string = listOf('0001', '0002');
/** Of people of the sample roster. */
export const CONSENTS_SAMPLE: string = listOf('M000001', 'M000002');
