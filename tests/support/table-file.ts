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

/** CP932 bytes; throws where a character has none, for a test must not write a question mark. */
export function encodeCp932(text: string): Buffer {
  const bytes = iconv.encode(text, 'cp932');
  const back = iconv.decode(bytes, 'cp932');
  if (back !== text) {
    const lost = [...text].find((character, index) => character !== [...back][index]);
    throw new Error(`CP932 has no ${lost}`);
  }
  return bytes;
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
