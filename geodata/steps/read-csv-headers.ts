/** Rows above the headers (title, date of the list) that a sheet may have. */
export const HEADER_WITHIN_ROWS = 10;

/**
 * Headers as keys: line breaks in them go, and a repeated header gets its number, 電話番号 then
 * 電話番号 (2). Headers are the same if they are without width, case and spaces.
 */
export function distinctHeaders(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const header = cell.replaceAll(/[\r\n]+/g, '').trim();
    const key = header.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return header === '' || count === 1 ? header : `${header} (${count})`;
  });
}

const DELIMITERS = [',', '\t', ';'] as const;

/** The delimiter of a text, by the first line that has one outside quotation marks. */
export function detectDelimiter(text: string): string {
  for (const line of text.replaceAll(/"[^"]*"/g, '').split(/\r\n|\r|\n/)) {
    const [best] = DELIMITERS.map((delimiter) => ({
      delimiter,
      count: line.split(delimiter).length - 1,
    })).sort((a, b) => b.count - a.count);
    if (best !== undefined && best.count > 0) return best.delimiter;
  }
  return ',';
}

/** Cells under their headers; a cell without a header has no name and is left. */
export function toRecord(
  headers: readonly string[],
  cells: readonly string[],
): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [index, header] of headers.entries())
    if (header !== '') record[header] = cells[index] ?? '';
  return record;
}
