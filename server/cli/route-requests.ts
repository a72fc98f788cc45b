import type { Position } from '#domain/geo/position';
import { FOUND } from '#geodata/found';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import { readCsv } from '#geodata/steps/read-csv';
import { refuseBinary } from '#geodata/steps/refuse-binary';
import { parsePosition } from './parse-position.ts';

/** A row of the file of routes: two places, or why there are none. */
export type RouteRequestRow =
  | { readonly id: string; readonly from: Position; readonly to: Position }
  | { readonly line: number; readonly reason: Bilingual };

const COLUMNS = ['id', 'fromLng', 'fromLat', 'toLng', 'toLat'] as const;

const EXPECTED: Bilingual = {
  ja: 'id,fromLng,fromLat,toLng,toLat の列がある CSV',
  en: 'a CSV with the columns id,fromLng,fromLat,toLng,toLat',
};

/**
 * Rows of a CSV `id,fromLng,fromLat,toLng,toLat`, streamed; blank rows are passed over.
 *
 * @throws UnknownLayoutError where there is no such column; the error of the file system where the file
 * cannot be read.
 */
export async function* readRouteRequests(path: string): AsyncGenerator<RouteRequestRow> {
  let headers: readonly string[] = [];
  const requireColumns = () => {
    if (!COLUMNS.every((column) => headers.includes(column)))
      throw new UnknownLayoutError(EXPECTED, headers.join(', ') || FOUND.emptyFile);
  };
  const onFound = (found: { readonly headers: readonly string[] }) => {
    headers = found.headers;
  };
  await refuseBinary(path, EXPECTED);
  for await (const { line, record, defect } of readCsv(path, { onFound })) {
    requireColumns();
    if (defect !== null) yield { line, reason: defect };
    else if (Object.values(record).some((cell) => cell.trim() !== '')) yield readRow(line, record);
  }
  requireColumns();
}

function readRow(line: number, record: Readonly<Record<string, string>>): RouteRequestRow {
  const { id = '', fromLng = '', fromLat = '', toLng = '', toLat = '' } = record;
  if (id === '') return { line, reason: { ja: 'id がありません', en: 'there is no id' } };
  const from = parsePosition(`${fromLng},${fromLat}`);
  if (!('position' in from)) return { line, reason: from.reason };
  const to = parsePosition(`${toLng},${toLat}`);
  if (!('position' in to)) return { line, reason: to.reason };
  return { id, from: from.position, to: to.position };
}
