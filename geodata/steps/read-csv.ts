import type { ImportReason } from '#geodata/item';
import {
  type CsvEncoding,
  detectEncoding,
  encodingLabel,
  type FoundEncoding,
} from './read-csv-encoding.ts';
import { distinctHeaders, HEADER_WITHIN_ROWS, toRecord } from './read-csv-headers.ts';
import { CSV_REASONS } from './read-csv-reasons.ts';
import { type RawRow, readRawRows } from './read-csv-rows.ts';

export interface CsvRow {
  /** Line of the text on which the row begins, from 1. */
  readonly line: number;
  /** Cells under their headers, as they stand in the file; '' where the row is too short. */
  readonly record: Readonly<Record<string, string>>;
  /** The row as it stood in the file, without the end of the line. */
  readonly raw: string;
  /** Why the cells can't be trusted to stand in their columns; the row is to be rejected. */
  readonly defect: ImportReason | null;
  /** What is odd about the row but leaves its cells usable. */
  readonly remarks: readonly ImportReason[];
}

export interface CsvFound {
  /** For people: UTF-8, UTF-8 (BOM), Shift_JIS (CP932) … */
  readonly encoding: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
}

export interface ReadCsvOptions {
  /** Without it the encoding is detected. */
  readonly encoding?: CsvEncoding | undefined;
  /** Without it comma, tab or semicolon, by the first line that has one. */
  readonly delimiter?: string | undefined;
  /**
   * Tells the headers from title rows above them (the first ten rows are looked at). Without it, or
   * where no row passes, the first row is the headers.
   */
  readonly isHeader?: ((headers: readonly string[]) => boolean) | undefined;
  /** What was found out about the file, once, before the first row. */
  readonly onFound?: ((found: CsvFound) => void) | undefined;
  /** Bytes that were read since the last call. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * Rows of a CSV file, streamed: UTF-8 with or without byte order mark, CP932 with its extensions and
 * private-use characters, UTF-16 with a mark. Ragged rows are said in the row and never thrown.
 */
export async function* readCsv(path: string, options: ReadCsvOptions = {}): AsyncGenerator<CsvRow> {
  const found = await findEncoding(path, options.encoding);
  let headers: readonly string[] | null = null;
  const above: RawRow[] = [];
  const open = (row: RawRow): string[] => {
    const distinct = distinctHeaders(row.cells);
    options.onFound?.({
      encoding: encodingLabel(found),
      delimiter: row.delimiter,
      headers: distinct,
    });
    return distinct;
  };
  /** No headers within the first rows: the first one it is, and the others are data. */
  const openAbove = function* (): Generator<CsvRow> {
    const [first, ...rest] = above.splice(0);
    if (first === undefined) return;
    headers = open(first);
    for (const row of rest) yield toCsvRow(row, headers);
  };

  const { delimiter, onBytes } = options;
  for await (const row of readRawRows(path, found.encoding, { delimiter, onBytes })) {
    if (headers !== null) yield toCsvRow(row, headers);
    else if (options.isHeader === undefined || options.isHeader(distinctHeaders(row.cells)))
      headers = open(row);
    else {
      above.push(row);
      if (above.length === HEADER_WITHIN_ROWS) yield* openAbove();
    }
  }
  if (headers === null) yield* openAbove();
}

async function findEncoding(path: string, forced: CsvEncoding | undefined): Promise<FoundEncoding> {
  return forced === undefined
    ? await detectEncoding(path)
    : { encoding: forced, byteOrderMark: false };
}

function toCsvRow(row: RawRow, headers: readonly string[]): CsvRow {
  const { line, cells, raw } = row;
  const remarks: ImportReason[] = [];
  const isBlank = cells.every((cell) => cell.trim() === '');
  if (cells.length < headers.length && !isBlank)
    remarks.push(CSV_REASONS.shortRow(cells.length, headers.length));
  const undecodable = raw.split('\ufffd').length - 1;
  if (undecodable > 0) remarks.push(CSV_REASONS.undecodable(undecodable));
  return { line, record: toRecord(headers, cells), raw, defect: defectOf(row, headers), remarks };
}

function defectOf({ cells, isBroken }: RawRow, headers: readonly string[]): ImportReason | null {
  // A quotation mark that was opened and closed somewhere else leaves its line break in the cell.
  if (isBroken || cells.some((cell) => /^"[^\r\n]*[\r\n]/.test(cell)))
    return CSV_REASONS.brokenQuotes();
  const spills = cells.slice(headers.length).some((cell) => cell.trim() !== '');
  return spills ? CSV_REASONS.longRow(cells.length, headers.length) : null;
}
