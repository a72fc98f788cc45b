import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UnknownLayoutError } from '#geodata/item';
import {
  type CellFormat,
  cellText,
  formatOf,
  PLAIN,
  unescapeControls,
} from './roster-xlsx-cell.ts';
import { readXml } from './roster-xlsx-xml.ts';

/**
 * Why not exceljs's streaming reader (4.4): it takes the furigana of a cell (`rPh`, which Japanese
 * Excel writes for every typed name) for its text, and it decodes each chunk by itself, which tears
 * characters apart. Names would come out wrong without a word.
 */
export interface SheetRow {
  /** As Excel counts, from 1. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

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

export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    const entries = await listEntries(zip);
    const stream = async (name: string) => {
      const entry = entries.get(name);
      return entry === undefined ? null : await zip.openReadStreamPromise(entry);
    };
    const workbook = await stream('xl/workbook.xml');
    if (workbook === null)
      throw new UnknownLayoutError(
        { ja: 'Excel ブック(.xlsx)', en: 'an Excel workbook (.xlsx)' },
        [...entries.keys()].slice(0, 5).join(', '),
      );
    const { sheets, date1904 } = await readWorkbook(
      workbook,
      await stream('xl/_rels/workbook.xml.rels'),
    );
    const sharedStrings = await readSharedStrings(await stream('xl/sharedStrings.xml'));
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

type ByteStream = AsyncIterable<Uint8Array>;

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
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

/** Text of each `si`: its runs joined, its furigana (`rPh`) left out. */
async function readSharedStrings(stream: ByteStream | null): Promise<string[]> {
  if (stream === null) return [];
  const strings = readXml<string>(stream, (emit) => {
    let text = '';
    let inText = false;
    let inFurigana = false;
    return {
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') inFurigana = true;
        else if (name === 't') inText = !inFurigana;
      },
      text: (part) => {
        if (inText) text += part;
      },
      close: (name) => {
        if (name === 'si') emit(unescapeControls(text));
        else if (name === 'rPh') inFurigana = false;
        else if (name === 't') inText = false;
      },
    };
  });
  return collect(strings);
}

/** Formats by the style number of a cell. */
async function readFormats(stream: ByteStream | null): Promise<CellFormat[]> {
  if (stream === null) return [];
  const codes = new Map<number, string>();
  const formats = readXml<CellFormat>(stream, (emit) => {
    let inCellFormats = false;
    return {
      open: (name, attributes) => {
        if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        else if (name === 'cellXfs') inCellFormats = true;
        else if (name === 'xf' && inCellFormats) {
          const id = Number(attributes.numFmtId ?? 0);
          emit(formatOf(id, codes.get(id)));
        }
      },
      text: () => {},
      close: (name) => {
        if (name === 'cellXfs') inCellFormats = false;
      },
    };
  });
  return collect(formats);
}

function readRows(
  stream: ByteStream,
  sharedStrings: readonly string[],
  formats: readonly CellFormat[],
  date1904: boolean,
): AsyncGenerator<SheetRow> {
  return readXml<SheetRow>(stream, (emit) => {
    let rowNumber = 0;
    let cells: string[] = [];
    let column = -1;
    let type = 'n';
    let format = PLAIN;
    let text = '';
    let inValue = false;
    let inFurigana = false;
    return {
      open: (name, attributes) => {
        if (name === 'row') {
          rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
          cells = [];
          column = -1;
        } else if (name === 'c') {
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          type = attributes.t ?? 'n';
          format = formats[Number(attributes.s ?? 0)] ?? PLAIN;
          text = '';
        } else if (name === 'rPh') inFurigana = true;
        else if (name === 'v' || name === 't') inValue = !inFurigana;
      },
      text: (part) => {
        if (inValue) text += part;
      },
      close: (name) => {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'rPh') inFurigana = false;
        else if (name === 'c')
          cells[column] =
            text === '' ? '' : cellText({ type, text, format }, sharedStrings, date1904);
        else if (name === 'row')
          emit({ rowNumber, cells: Array.from(cells, (cell) => cell ?? '') });
      },
    };
  });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}
