import type { ResidentPage, ResidentQuery, ResidentRow } from '#contract/resident';
import type { ResidentSnapshot } from './resident-snapshot.ts';

/**
 * One page of the list: filtered, sorted, with the counts of every filter. `archived` are those who left
 * the roster; they are shown in place of the others where the query asks for them.
 */
export function pageOfResidents(
  onRoster: ResidentSnapshot,
  archived: ResidentSnapshot,
  query: ResidentQuery,
): ResidentPage {
  const snapshot = query.archived === 'true' ? archived : onRoster;
  const { included, total, counts } = snapshot.filter(query);
  const rows: ResidentRow[] = [];
  let skipped = 0;
  for (const place of snapshot.order(query.sort)) {
    if (rows.length === query.limit) break;
    if (included[place] === 0) continue;
    if (skipped < query.offset) skipped += 1;
    else rows.push(snapshot.rows[place]!);
  }
  const left = { true: archived.filter(query).total };
  return { total, offset: query.offset, rows, counts: { ...counts, archived: left } };
}

/** Everybody who meets the filters, in order: what a file holds. */
export function* listResidents(
  snapshot: ResidentSnapshot,
  query: ResidentQuery,
): Generator<ResidentRow> {
  const { included } = snapshot.filter(query);
  for (const place of snapshot.order(query.sort))
    if (included[place] === 1) yield snapshot.rows[place]!;
}
