import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FOUND } from '#geodata/found';
import { UnknownLayoutError } from '#geodata/item';
import { unpackLimits } from '#geodata/steps/unpack-limits';
import {
  type ByteStream,
  readFormats,
  readRows,
  readSharedStrings,
  type SheetRow,
} from './roster-xlsx-parts.ts';
import { readXml } from './roster-xlsx-xml.ts';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entryName: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  /** Rows of a sheet, streamed; only the shared strings are held. */
  rows(sheet: Sheet): AsyncIterable<SheetRow>;
  close(): void;
}

const MOST_WORKBOOK_BYTES = 2 ** 30;
const SHARED_STRINGS = 'xl/sharedStrings.xml';
/** Texts of cells are kept in memory while a sheet is read: a roster of a million rows has less. */
const MOST_SHARED_BYTES = 2 ** 27;
const EXPECTED = { ja: 'Excel ブック(.xlsx)', en: 'an Excel workbook (.xlsx)' };

/**
 * Why not exceljs's streaming reader (4.4): it takes the furigana of a cell (`rPh`, which Japanese
 * Excel writes for every typed name) for its text, and it decodes each chunk by itself, which tears
 * characters apart. Names would come out wrong without a word.
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await sound(openPromise(path, { lazyEntries: true, autoClose: false }));
  try {
    const entries = await sound(listEntries(zip));
    const stream = async (name: string) => {
      const entry = entries.get(name);
      return entry === undefined ? null : await zip.openReadStreamPromise(entry);
    };
    const workbook = await stream('xl/workbook.xml');
    if (workbook === null)
      throw new UnknownLayoutError(EXPECTED, [...entries.keys()].slice(0, 5).join(', '));
    const { sheets, date1904 } = await readWorkbook(
      workbook,
      await stream('xl/_rels/workbook.xml.rels'),
    );
    const sharedStrings = await readSharedStrings(await stream(SHARED_STRINGS));
    const formats = await readFormats(await stream('xl/styles.xml'));
    return {
      sheets,
      date1904,
      async *rows(sheet) {
        const rows = await stream(sheet.entryName);
        if (rows !== null) yield* readRows(rows, sharedStrings, formats, date1904);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function sound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnknownLayoutError) throw error;
    throw new UnknownLayoutError(EXPECTED, FOUND.brokenWorkbook);
  }
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    const isTooMuch = unpackLimits(zip, MOST_WORKBOOK_BYTES);
    zip.on('entry', (entry: Entry) => {
      const isHeld = entry.fileName === SHARED_STRINGS;
      if (isTooMuch(entry) || (isHeld && entry.uncompressedSize > MOST_SHARED_BYTES)) {
        reject(new UnknownLayoutError(EXPECTED, FOUND.zipBomb));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

async function readWorkbook(
  workbook: ByteStream,
  relations: ByteStream | null,
): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const targets = new Map<string, string>();
  if (relations !== null)
    for await (const attributes of elements(relations, 'Relationship'))
      targets.set(attributes.Id ?? '', (attributes.Target ?? '').replace(/^\/xl\//, ''));
  const sheets: Sheet[] = [];
  let date1904 = false;
  for await (const { name, ...attributes } of elements(workbook, 'sheet', 'workbookPr')) {
    if (name === undefined) date1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
    const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const target = targets.get(relation ?? '');
    if (name === undefined || target === undefined) continue;
    const hidden = attributes.state !== undefined && attributes.state !== 'visible';
    sheets.push({ name, hidden, entryName: `xl/${target}` });
  }
  return { sheets, date1904 };
}

/** Attributes of every element with one of the names. */
function elements(
  stream: ByteStream,
  ...names: readonly string[]
): AsyncGenerator<Readonly<Record<string, string>>> {
  return readXml(stream, (emit) => ({
    open: (name, attributes) => {
      if (names.includes(name)) emit(attributes);
    },
    text: () => {},
    close: () => {},
  }));
}
