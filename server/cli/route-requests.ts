import type { Position } from '#domain/geo/position';
import type { Bilingual } from '#geodata/item';
import { parsePosition } from './parse-position.ts';
import { type BadRow, readRows } from './read-rows.ts';

/** A row of the file of routes: two places, or why there are none. */
export type RouteRequestRow =
  | { readonly id: string; readonly from: Position; readonly to: Position }
  | BadRow;

const COLUMNS = ['id', 'fromLng', 'fromLat', 'toLng', 'toLat'] as const;

const EXPECTED: Bilingual = {
  ja: 'id,fromLng,fromLat,toLng,toLat の列がある CSV',
  en: 'a CSV with the columns id,fromLng,fromLat,toLng,toLat',
};

/** Rows of a CSV `id,fromLng,fromLat,toLng,toLat`; throws as `readRows`. */
export function readRouteRequests(path: string): AsyncGenerator<RouteRequestRow> {
  return readRows(path, COLUMNS, EXPECTED, readRow);
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
