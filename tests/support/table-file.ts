import { writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';

export type TableFormat = 'csv-utf8' | 'csv-utf8-bom' | 'csv-cp932' | 'xlsx';
/** A date is a date cell of a workbook, and 1937/3/4 in a CSV. */
export type TableCell = string | number | Date | null;

/** Writes rows (the headers first) as a file of the format, as offices' programs do. */
export async function writeTable(
  path: string,
  format: TableFormat,
  rows: readonly (readonly TableCell[])[],
): Promise<void> {
  if (format === 'xlsx') return writeWorkbook(path, rows);
  const text = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  if (format === 'csv-cp932') await writeFile(path, encodeCp932(text));
  else await writeFile(path, (format === 'csv-utf8-bom' ? '\ufeff' : '') + text);
}

/**
 * CP932 bytes, private-use characters as its user-defined ones (F040–F9FC). Throws where a character
 * has none, for a test must not write a question mark.
 */
export function encodeCp932(text: string): Buffer {
  const bytes = Buffer.concat([...text].map(encodeCharacter));
  if (new TextDecoder('shift_jis').decode(bytes) !== text)
    throw new Error('CP932 lacks a character of the text');
  return bytes;
}

function encodeCharacter(character: string): Buffer {
  const index = (character.codePointAt(0) ?? 0) - 0xe000;
  if (index < 0 || index > 0x757) return iconv.encode(character, 'cp932');
  const trail = index % 188;
  return Buffer.from([0xf0 + Math.floor(index / 188), trail + (trail < 63 ? 0x40 : 0x41)]);
}

async function writeWorkbook(path: string, rows: readonly (readonly TableCell[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名簿');
  for (const row of rows) {
    const added = sheet.addRow(row.map((cell) => (cell === '' ? null : cell)));
    for (const [index, cell] of row.entries())
      if (cell instanceof Date) added.getCell(index + 1).numFmt = 'yyyy/m/d';
  }
  await workbook.xlsx.writeFile(path);
}

function csvCell(cell: TableCell): string {
  if (cell instanceof Date)
    return `${cell.getUTCFullYear()}/${cell.getUTCMonth() + 1}/${cell.getUTCDate()}`;
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
