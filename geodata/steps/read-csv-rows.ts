import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type CsvError, type Options, parse } from 'csv-parse';
import type { CsvEncoding } from './read-csv-encoding.ts';
import { detectDelimiter } from './read-csv-headers.ts';

/** A row as it was cut out of the text, not yet under its headers. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly raw: string;
  /** A quotation mark was left open until the file ended: `cells` is empty. */
  readonly isBroken: boolean;
  readonly delimiter: string;
}

export interface RawRowsOptions {
  readonly delimiter?: string | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** What csv-parse hands to `on_record` and `on_skip` with `raw`. */
interface ParsedRow {
  readonly record: string[];
  readonly raw: string;
}

export async function* readRawRows(
  path: string,
  encoding: CsvEncoding,
  options: RawRowsOptions,
): AsyncGenerator<RawRow> {
  const text = decode(path, encoding, options.onBytes)[Symbol.asyncIterator]();
  const start = await text.next();
  if (start.done) return;
  const delimiter = options.delimiter ?? detectDelimiter(start.value);

  let line = 1;
  // Skipped rows are told aside while the parser runs ahead: each remembers how many rows precede it.
  let parsedCount = 0;
  const broken: { readonly after: number; readonly row: RawRow }[] = [];
  const toRow = (cells: readonly string[], raw: string, isBroken: boolean): RawRow => {
    const row = { line, cells, raw: raw.replace(/[\r\n]+$/, ''), isBroken, delimiter };
    line += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
    return row;
  };
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    raw: true,
    on_record: ({ record, raw }: ParsedRow) => {
      parsedCount += 1;
      return toRow(record, raw, false);
    },
    on_skip: (_error: CsvError | undefined, raw: string | undefined) => {
      broken.push({ after: parsedCount, row: toRow([], raw ?? '', true) });
    },
    // The typings know `on_record` without `raw` only.
  } as unknown as Options);

  const source = Readable.from(withStart(start.value, text));
  source.on('error', (error) => parser.destroy(error));
  let given = 0;
  try {
    for await (const row of source.pipe(parser) as AsyncIterable<RawRow>) {
      while (broken[0] !== undefined && broken[0].after <= given) yield broken.shift()!.row;
      given += 1;
      yield row;
    }
    for (const { row } of broken) yield row;
  } finally {
    // Whoever stops after the first rows (to recognise a file) must not leave it open.
    source.destroy();
    await text.return?.(undefined);
  }
}

async function* withStart(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Text of a file, a mark at its start left out; characters that a chunk cuts in two stay whole. */
async function* decode(
  path: string,
  encoding: CsvEncoding,
  onBytes: ((bytes: number) => void) | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    onBytes?.(chunk.length);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const end = decoder.decode();
  if (end !== '') yield end;
}
