import type { Retained } from '#domain/access/retention';
import type { Queryable } from '../../database.ts';

export interface DueRows {
  readonly count: number;
  readonly oldest: Date | null;
  readonly newest: Date | null;
}

const CUT = 'now() - make_interval(days => $2)';

/** Rows of a municipality that are older than so many days, with the moment by which they are old. */
const OLD: Readonly<Record<Retained, string>> = {
  audit: `SELECT at AS moment FROM audit_entry WHERE municipality_code = $1 AND at < ${CUT}`,
  // Whoever was merged with another entry is on the roster still.
  scans: `SELECT resident.archived_at AS moment, scan.resident_id, scan.purpose, scan.id
    FROM consent_scan AS scan JOIN resident ON resident.municipality_code = scan.municipality_code
      AND resident.id = scan.resident_id
    WHERE scan.municipality_code = $1 AND resident.merged_into IS NULL
      AND resident.archived_at < ${CUT}`,
  // One ends when the next is declared: the last one holds, however old it is.
  warnings: `SELECT ended_at AS moment, ordinal FROM (
      SELECT ordinal, lead(set_at) OVER (ORDER BY ordinal) AS ended_at FROM warning_level
      WHERE municipality_code = $1) AS declared
    WHERE ended_at < ${CUT}`,
  // One that is open goes on, however long.
  responses: `SELECT closed_at AS moment, id FROM response
    WHERE municipality_code = $1 AND closed_at < ${CUT}`,
  // Closed for so long; one that waits for an answer, or was asked again, is kept however old it is.
  relay: `SELECT state_since AS moment, id FROM relay_sheet
    WHERE municipality_code = $1 AND state = 'closed' AND state_since < ${CUT}`,
};

export async function countOld(
  database: Queryable,
  code: string,
  what: Retained,
  days: number,
): Promise<DueRows> {
  const [row] = await database.query<DueRows>(
    `SELECT count(*) AS count, min(moment) AS oldest, max(moment) AS newest
     FROM (${OLD[what]}) AS old`,
    [code, days],
  );
  return row ?? { count: 0, oldest: null, newest: null };
}

const DELETES: Readonly<Record<'scans' | 'warnings' | 'relay', string>> = {
  scans: `DELETE FROM consent_scan AS scan USING (${OLD.scans}) AS old
    WHERE scan.municipality_code = $1 AND scan.resident_id = old.resident_id
      AND scan.purpose = old.purpose AND scan.id = old.id RETURNING scan.resident_id AS person`,
  warnings: `DELETE FROM warning_level AS declared USING (${OLD.warnings}) AS old
    WHERE declared.municipality_code = $1 AND declared.ordinal = old.ordinal
    RETURNING null::uuid AS person`,
  relay: `DELETE FROM relay_sheet AS sheet USING (${OLD.relay}) AS old
    WHERE sheet.municipality_code = $1 AND sheet.id = old.id RETURNING sheet.resident_id AS person`,
};

/** What was said in them and whom they were about goes with them, in one statement. */
const DELETE_RESPONSES = `WITH old AS (${OLD.responses}),
  reports AS (DELETE FROM response_report USING old
    WHERE municipality_code = $1 AND response_id = old.id),
  unexpected AS (DELETE FROM response_unexpected USING old
    WHERE municipality_code = $1 AND response_id = old.id),
  people AS (DELETE FROM response_person USING old
    WHERE municipality_code = $1 AND response_id = old.id RETURNING resident_id),
  gone AS (DELETE FROM response USING old
    WHERE municipality_code = $1 AND response.id = old.id RETURNING response.id)
  SELECT (SELECT count(*)::integer FROM gone) AS count,
    ARRAY(SELECT DISTINCT resident_id FROM people) AS people`;

/** What goes with it: removed in the same transaction, before. */
const WITH_IT: Readonly<Partial<Record<Retained, readonly string[]>>> = {
  relay: ['relay_attachment', 'relay_event'].map(
    (table) => `DELETE FROM ${table} AS part USING (${OLD.relay}) AS old
      WHERE part.municipality_code = $1 AND part.sheet_id = old.id`,
  ),
};

/** Removes them, with the ids of those whom they were about. The audit log has its own way, by its chain. */
export async function deleteOld(
  tx: Queryable,
  code: string,
  what: Exclude<Retained, 'audit'>,
  days: number,
): Promise<{ readonly count: number; readonly people: readonly string[] }> {
  if (what === 'responses') {
    const [gone] = await tx.query<{ count: number; people: string[] }>(DELETE_RESPONSES, [
      code,
      days,
    ]);
    return gone ?? { count: 0, people: [] };
  }
  for (const statement of WITH_IT[what] ?? []) await tx.query(statement, [code, days]);
  const rows = await tx.query<{ person: string | null }>(
    `WITH gone AS (${DELETES[what]}) SELECT person FROM gone`,
    [code, days],
  );
  const people = rows.flatMap(({ person }) => (person === null ? [] : [person]));
  return { count: rows.length, people: [...new Set(people)] };
}
