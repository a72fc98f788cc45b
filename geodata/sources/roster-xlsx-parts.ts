import {
  type CellFormat,
  cellText,
  formatOf,
  PLAIN,
  unescapeControls,
} from './roster-xlsx-cell.ts';
import { readXml } from './roster-xlsx-xml.ts';

export type ByteStream = AsyncIterable<Uint8Array>;

export interface SheetRow {
  /** As Excel counts, from 1. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** Text of each `si`: its runs joined, its furigana (`rPh`) left out. */
export async function readSharedStrings(stream: ByteStream | null): Promise<string[]> {
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
export async function readFormats(stream: ByteStream | null): Promise<CellFormat[]> {
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

export function readRows(
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
