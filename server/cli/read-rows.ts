import { FOUND } from '#geodata/found';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import { readCsv } from '#geodata/steps/read-csv';
import { refuseBinary } from '#geodata/steps/refuse-binary';

/** Why a row of a file cannot be used. */
export interface BadRow {
  readonly line: number;
  readonly reason: Bilingual;
}

/**
 * Rows of a CSV with known columns, streamed; blank rows are passed over.
 *
 * @throws UnknownLayoutError where a column is missing; the error of the file system where the file
 * cannot be read.
 */
export async function* readRows<Row>(
  path: string,
  columns: readonly string[],
  expected: Bilingual,
  readRow: (line: number, record: Readonly<Record<string, string>>) => Row,
): AsyncGenerator<Row | BadRow> {
  let headers: readonly string[] = [];
  const requireColumns = () => {
    if (!columns.every((column) => headers.includes(column)))
      throw new UnknownLayoutError(expected, headers.join(', ') || FOUND.emptyFile);
  };
  const onFound = (found: { readonly headers: readonly string[] }) => {
    headers = found.headers;
  };
  await refuseBinary(path, expected);
  for await (const { line, record, defect } of readCsv(path, { onFound })) {
    requireColumns();
    if (defect !== null) yield { line, reason: defect };
    else if (Object.values(record).some((cell) => cell.trim() !== '')) yield readRow(line, record);
  }
  requireColumns();
}
