import { open, stat } from 'node:fs/promises';
import { FOUND } from '#geodata/found';
import { type Bilingual, type ImportReason, UnknownLayoutError } from '#geodata/item';
import { type RosterMapping, suggestMapping } from '#geodata/mappers/roster-mapping';
import { readCsv } from '#geodata/steps/read-csv';
import type { CsvEncoding } from '#geodata/steps/read-csv-encoding';
import { distinctHeaders, HEADER_WITHIN_ROWS, toRecord } from '#geodata/steps/read-csv-headers';
import { openWorkbook, type Sheet, type Workbook } from './roster-xlsx.ts';
import type { SheetRow } from './roster-xlsx-parts.ts';

/** One row of a roster file under its headers, CSV or spreadsheet alike. */
export interface RosterRow {
  readonly rowNumber: number;
  readonly raw: string;
  readonly record: Readonly<Record<string, string>>;
  readonly spreadsheet: boolean;
  readonly date1904: boolean;
  /** Why the cells can't be trusted to stand in their columns. */
  readonly defect: ImportReason | null;
  /** What is odd about the row but leaves its cells usable. */
  readonly remarks: readonly ImportReason[];
}

export interface RowsOptions {
  readonly mapping?: RosterMapping | undefined;
  /** Name of the sheet, or its number from 1; without it the first one with a roster's headers. */
  readonly sheet?: string | number | undefined;
  /** Of a CSV file; without it the encoding is detected. */
  readonly encoding?: CsvEncoding | undefined;
  /** Bytes of the file that were read since the last call; a workbook's all at once. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Encoding of a CSV file as it was read, for people. */
  readonly onEncoding?: ((encoding: string) => void) | undefined;
}

export const EXPECTED_ROSTER = {
  ja: '名簿番号(整理番号・管理番号など)と氏名の列がある CSV または Excel(.xlsx)。列名が違うときは列の対応ファイルを指定してください',
  en: 'a CSV or Excel (.xlsx) file with columns for the roster number and the name; give a mapping file if they have other headers',
};

export async function* readRosterRows(
  path: string,
  options: RowsOptions,
): AsyncGenerator<RosterRow> {
  const kind = await sniff(path);
  if (kind === 'ole') throw new UnknownLayoutError(EXPECTED_ROSTER, FOUND.oldWorkbook);
  if (kind === 'empty') throw new UnknownLayoutError(EXPECTED_ROSTER, FOUND.emptyFile);
  if (kind === 'zip') yield* readSheet(path, options);
  else yield* readText(path, options);
}

async function* readText(path: string, options: RowsOptions): AsyncGenerator<RosterRow> {
  const isHeader = (headers: readonly string[]) => isRosterHeader(headers, options.mapping);
  const rows = readCsv(path, {
    encoding: options.encoding,
    onBytes: options.onBytes,
    isHeader,
    onFound: ({ headers, encoding }) => {
      if (!isHeader(headers)) throw new UnknownLayoutError(EXPECTED_ROSTER, describe(headers));
      options.onEncoding?.(encoding);
    },
  });
  for await (const { line, ...row } of rows)
    yield { rowNumber: line, spreadsheet: false, date1904: false, ...row };
}

/** The headers are a roster's if they say, themselves or by the mapping, who a row is about. */
export function isRosterHeader(
  headers: readonly string[],
  mapping: RosterMapping | undefined,
): boolean {
  const suggested = suggestMapping(headers).columns;
  const has = (field: 'rosterNumber' | 'name') => {
    const said = mapping?.columns[field];
    return said ? headers.includes(said) : suggested[field] !== undefined;
  };
  return has('rosterNumber') && has('name');
}

async function sniff(path: string): Promise<'zip' | 'ole' | 'empty' | 'text'> {
  const file = await open(path);
  try {
    const start = new Uint8Array(4);
    const { bytesRead } = await file.read(start, 0, 4, 0);
    if (bytesRead === 0) return 'empty';
    const hex = Buffer.from(start).toString('hex');
    return hex.startsWith('504b0304') ? 'zip' : hex === 'd0cf11e0' ? 'ole' : 'text';
  } finally {
    await file.close();
  }
}

async function* readSheet(path: string, options: RowsOptions): AsyncGenerator<RosterRow> {
  if (options.onBytes !== undefined) options.onBytes((await stat(path)).size);
  const workbook = await openWorkbook(path);
  try {
    const found: string[][] = [];
    for (const sheet of candidates(workbook, options.sheet)) {
      const rows = workbook.rows(sheet)[Symbol.asyncIterator]();
      const headers = await findHeaders(rows, options.mapping, found);
      if (headers === null) continue;
      for (let next = await rows.next(); !next.done; next = await rows.next())
        yield toRosterRow(next.value, headers, workbook.date1904);
      return;
    }
    throw new UnknownLayoutError(EXPECTED_ROSTER, describe(likeliestHeader(found)));
  } finally {
    workbook.close();
  }
}

function candidates(workbook: Workbook, wanted: string | number | undefined): readonly Sheet[] {
  if (wanted === undefined) return workbook.sheets.filter(({ hidden }) => !hidden);
  const sheet =
    typeof wanted === 'number'
      ? workbook.sheets[wanted - 1]
      : workbook.sheets.find(({ name }) => name === wanted);
  if (sheet === undefined)
    throw new UnknownLayoutError(
      { ja: `シート「${wanted}」`, en: `a sheet “${wanted}”` },
      workbook.sheets.map(({ name }) => name).join(', '),
    );
  return [sheet];
}

async function findHeaders(
  rows: AsyncIterator<SheetRow>,
  mapping: RosterMapping | undefined,
  found: string[][],
): Promise<string[] | null> {
  for (let seen = 0; seen < HEADER_WITHIN_ROWS; seen += 1) {
    const next = await rows.next();
    if (next.done) return null;
    const headers = distinctHeaders(next.value.cells);
    if (isRosterHeader(headers, mapping)) return headers;
    found.push(headers);
  }
  return null;
}

function toRosterRow(row: SheetRow, headers: readonly string[], date1904: boolean): RosterRow {
  return {
    rowNumber: row.rowNumber,
    raw: toCsvLine(row.cells),
    record: toRecord(headers, row.cells),
    spreadsheet: true,
    date1904,
    defect: null,
    remarks: [],
  };
}

/** The row with the most headers that are known. */
function likeliestHeader(rows: readonly string[][]): readonly string[] {
  const [best = []] = [...rows].sort((a, b) => knownHeaders(b).length - knownHeaders(a).length);
  return best;
}

/**
 * What was found where headers were looked for. Of a file without headers that is a row of a person:
 * only words that are known as headers are said.
 */
function describe(cells: readonly string[]): Bilingual {
  const count = cells.filter((cell) => cell !== '').length;
  const known = knownHeaders(cells);
  const named = known.length === 0 ? '' : `: ${known.join(', ')}`;
  return { ja: `${count} 列${named}`, en: `${count} columns${named}` };
}

function knownHeaders(cells: readonly string[]): string[] {
  const { columns, supporters } = suggestMapping(cells);
  return [...Object.values(columns), ...supporters.flatMap((one) => Object.values(one))];
}

function toCsvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
