import { open } from 'node:fs/promises';
import { UnknownLayoutError } from '#geodata/item';
import {
  comparableHeader,
  type RosterMapping,
  suggestMapping,
} from '#geodata/mappers/roster-mapping';
import { readCsv } from '#geodata/steps/read-csv';
import { openWorkbook, type Sheet, type SheetRow, type Workbook } from './roster-xlsx.ts';

/** One row of a roster file under its headers, CSV or spreadsheet alike. */
export interface RosterRow {
  readonly rowNumber: number;
  readonly raw: string;
  readonly record: Readonly<Record<string, string>>;
  readonly spreadsheet: boolean;
  readonly date1904: boolean;
}

export interface RowsOptions {
  readonly mapping?: RosterMapping | undefined;
  /** Name of the sheet, or its number from 1; without it the first one with a roster's headers. */
  readonly sheet?: string | number | undefined;
}

export const EXPECTED_ROSTER = {
  ja: '名簿番号(整理番号・管理番号など)と氏名の列がある CSV または Excel(.xlsx)。列名が違うときは列の対応ファイルを指定してください',
  en: 'a CSV or Excel (.xlsx) file with columns for the roster number and the name; give a mapping file if they have other headers',
};

/** Rows above the headers (title, date of the list) that a sheet may have. */
const HEADER_WITHIN_ROWS = 10;

export async function* readRosterRows(
  path: string,
  options: RowsOptions,
): AsyncGenerator<RosterRow> {
  const kind = await sniff(path);
  if (kind === 'ole')
    throw new UnknownLayoutError(
      EXPECTED_ROSTER,
      '.xls またはパスワード付き Excel (an old or encrypted workbook)',
    );
  if (kind === 'zip') yield* readSheet(path, options);
  else
    for await (const { line, raw, record } of readCsv(path))
      yield { rowNumber: line, raw, record, spreadsheet: false, date1904: false };
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

async function sniff(path: string): Promise<'zip' | 'ole' | 'text'> {
  const file = await open(path);
  try {
    const start = new Uint8Array(4);
    await file.read(start, 0, 4, 0);
    const hex = Buffer.from(start).toString('hex');
    return hex.startsWith('504b0304') ? 'zip' : hex === 'd0cf11e0' ? 'ole' : 'text';
  } finally {
    await file.close();
  }
}

async function* readSheet(path: string, options: RowsOptions): AsyncGenerator<RosterRow> {
  const workbook = await openWorkbook(path);
  try {
    const found: string[] = [];
    for (const sheet of candidates(workbook, options.sheet)) {
      const rows = workbook.rows(sheet)[Symbol.asyncIterator]();
      const headers = await findHeaders(rows, options.mapping, found);
      if (headers === null) continue;
      for (let next = await rows.next(); !next.done; next = await rows.next())
        yield toRosterRow(next.value, headers, workbook.date1904);
      return;
    }
    throw new UnknownLayoutError(EXPECTED_ROSTER, found.slice(0, 12).join(', ') || 'no cells');
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
  found: string[],
): Promise<string[] | null> {
  for (let seen = 0; seen < HEADER_WITHIN_ROWS; seen += 1) {
    const next = await rows.next();
    if (next.done) return null;
    const headers = distinctHeaders(next.value.cells);
    if (isRosterHeader(headers, mapping)) return headers;
    found.push(...headers.filter((header) => header !== ''));
  }
  return null;
}

/** Line breaks in headers go; a repeated header gets its number: 電話番号, 電話番号 (2). */
function distinctHeaders(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const header = cell.replaceAll(/[\r\n]+/g, '').trim();
    const count = (seen.get(comparableHeader(header)) ?? 0) + 1;
    seen.set(comparableHeader(header), count);
    return header === '' || count === 1 ? header : `${header} (${count})`;
  });
}

function toRosterRow(row: SheetRow, headers: readonly string[], date1904: boolean): RosterRow {
  const record: Record<string, string> = {};
  for (const [index, header] of headers.entries())
    if (header !== '') record[header] = row.cells[index] ?? '';
  return {
    rowNumber: row.rowNumber,
    raw: toCsvLine(row.cells),
    record,
    spreadsheet: true,
    date1904,
  };
}

function toCsvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
