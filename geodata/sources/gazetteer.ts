import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { FOUND } from '#geodata/found';
import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import {
  type ImportItem,
  type ImportReason,
  type OpenedSource,
  UnknownLayoutError,
} from '#geodata/item';
import { readCsv } from '#geodata/steps/read-csv';
import type { CsvEncoding } from '#geodata/steps/read-csv-encoding';
import { refuseBinary } from '#geodata/steps/refuse-binary';
import { type GazetteerRecord, isGazetteerLayout, toGazetteerItem } from './gazetteer-record.ts';

const EXPECTED = {
  ja: '位置参照情報の CSV(街区レベル、または大字・町丁目レベル)か、町名の一覧 JSON(town, lat, lng)',
  en: 'an MLIT 位置参照情報 CSV (block or town level) or a JSON list of towns (town, lat, lng)',
};

export interface GazetteerOptions {
  /** Of the CSV files; without it the encoding is detected. */
  readonly encoding?: CsvEncoding | undefined;
  /** YYYY-MM-DD that the list stands for; the files don't say. */
  readonly asOf?: string | null | undefined;
  /** Bytes of the files that were read since the last call. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** What the files say of themselves, gathered while they are read. */
interface Findings {
  readonly credits: Set<string>;
  readonly encodings: Set<string>;
}

/**
 * Gazetteers for geocoding without an outside host: 位置参照情報 of the land ministry at block and at
 * town level (CSV, CP932 as downloaded), and town lists in JSON like geolonia/japanese-addresses. The
 * files are told apart by their columns; a list of one city may leave prefecture and city out.
 */
export function openGazetteer(
  files: readonly string[],
  options: GazetteerOptions = {},
): OpenedSource<GazetteerEntry> {
  const credits = new Set<string>();
  const encodings = new Set<string>();
  return {
    items: readFiles(files, options, { credits, encodings }),
    metadata: () => ({
      asOf: options.asOf ?? null,
      encoding: [...encodings].join(', ') || null,
      crs: 'EPSG:6668',
      credit: [...credits].join(' / ') || null,
      licence: null,
      notes: [],
    }),
  };
}

async function* readFiles(
  files: readonly string[],
  options: GazetteerOptions,
  { credits, encodings }: Findings,
): AsyncGenerator<ImportItem<GazetteerEntry>> {
  for (const file of files) {
    await refuseBinary(file, EXPECTED);
    const isJson = await startsAsJson(file);
    let isKnown = false;
    const records = isJson ? jsonRecords(file, options) : csvRecords(file, options, encodings);
    for await (const { recordNumber, record, raw, defect, remarks } of records) {
      if (!isKnown) {
        isKnown = isGazetteerLayout(Object.keys(record));
        if (!isKnown)
          throw new UnknownLayoutError(EXPECTED, Object.keys(record).slice(0, 12).join(', '));
        credits.add(
          isJson ? 'Geolonia 住所データ(CC BY 4.0)' : '位置参照情報(国土交通省)を加工して作成',
        );
      }
      if (defect !== null) yield { outcome: 'rejected', recordNumber, reason: defect, raw };
      else yield withRemarks(toGazetteerItem(recordNumber, record, raw), remarks);
    }
    if (!isKnown) throw new UnknownLayoutError(EXPECTED, FOUND.noRows);
  }
}

interface NumberedRecord {
  readonly recordNumber: number;
  readonly record: GazetteerRecord;
  readonly raw: string;
  readonly defect: ImportReason | null;
  readonly remarks: readonly ImportReason[];
}

function withRemarks(
  item: ImportItem<GazetteerEntry>,
  remarks: readonly ImportReason[],
): ImportItem<GazetteerEntry> {
  return item.outcome === 'accepted' && remarks.length > 0
    ? { ...item, outcome: 'repaired', repairs: remarks }
    : item;
}

async function* csvRecords(
  file: string,
  options: GazetteerOptions,
  encodings: Set<string>,
): AsyncGenerator<NumberedRecord> {
  const rows = readCsv(file, {
    encoding: options.encoding,
    onBytes: options.onBytes,
    onFound: ({ encoding }) => encodings.add(encoding),
  });
  for await (const { line, ...row } of rows) yield { recordNumber: line, ...row };
}

async function* jsonRecords(
  file: string,
  { onBytes }: GazetteerOptions,
): AsyncGenerator<NumberedRecord> {
  // A failure of either stream ends the iteration with that error; the callback has nothing to add.
  const items: AsyncIterable<{ key: number; value: unknown }> = pipeline(
    createReadStream(file).on('data', (chunk) => onBytes?.(chunk.length)),
    streamArray.withParserAsStream(),
    () => {},
  );
  try {
    for await (const { key, value } of items)
      yield {
        recordNumber: key + 1,
        record: typeof value === 'object' && value !== null ? { ...value } : {},
        raw: JSON.stringify(value),
        defect: null,
        remarks: [],
      };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    throw new UnknownLayoutError(EXPECTED, FOUND.brokenJson);
  }
}

/** A JSON list begins with a bracket, perhaps behind a byte order mark or spaces. */
async function startsAsJson(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(64);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    const text = start
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\ufeff/u, '')
      .trimStart();
    if (text.startsWith('{')) throw new UnknownLayoutError(EXPECTED, FOUND.noList);
    return text.startsWith('[');
  } finally {
    await handle.close();
  }
}
