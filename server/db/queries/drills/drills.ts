import type { DrillContent } from '#domain/drill/content';
import type { PublicationState } from '#domain/drill/publication';
import type { Queryable, Transaction } from '../../database.ts';

/** Every query is of a transaction on somebody's behalf: row-level security says which drills there are. */

export interface DrillRecord {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly heldOn: string;
  readonly startTime: string | null;
  readonly shelterIds: string[];
  readonly people: number;
  readonly participants: number;
  readonly cursor: number;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly removedAt: Date | null;
  readonly isStarted: boolean;
  readonly isEnded: boolean;
  readonly publication: PublicationState;
  readonly openFindings: number;
}

/** An event of the run that was not taken back. */
const happened = (kind: 'drill-start' | 'drill-end') => `EXISTS (
  SELECT FROM drill_event e WHERE e.municipality_code = d.municipality_code AND e.drill_id = d.id
    AND e.body ->> 'kind' IN ('drill-start', 'drill-end', 'undo') AND e.body ->> 'kind' = '${kind}'
    AND NOT EXISTS (SELECT FROM drill_event u
      WHERE u.municipality_code = e.municipality_code AND u.drill_id = e.drill_id
        AND u.body ->> 'kind' IN ('drill-start', 'drill-end', 'undo') AND u.body ->> 'kind' = 'undo'
        AND u.body -> 'event' ->> 'deviceId' = e.device_id::text
        AND (u.body -> 'event' ->> 'sequence')::bigint = e.sequence))`;

const COLUMNS = `d.id, d.version, d.title, d.held_on AS "heldOn", d.start_time AS "startTime",
  d.shelter_ids AS "shelterIds", d.people, d.participants, d.cursor, d.saved_at AS "savedAt",
  d.saved_by AS "savedBy", d.removed_at AS "removedAt", ${happened('drill-start')} AS "isStarted",
  ${happened('drill-end')} AS "isEnded",
  coalesce((SELECT p.state FROM drill_publication p
    WHERE p.municipality_code = d.municipality_code AND p.drill_id = d.id), 'none') AS publication,
  (SELECT count(*)::integer FROM drill_finding f WHERE f.municipality_code = d.municipality_code
    AND f.drill_id = d.id AND f.removed_at IS NULL AND f.done_on IS NULL) AS "openFindings"`;

/** The newest date first. */
export function listDrills(
  tx: Transaction,
  code: string,
  withRemoved: boolean,
): Promise<DrillRecord[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM drill d WHERE d.municipality_code = $1
       AND (d.removed_at IS NULL OR $2)
     ORDER BY d.held_on DESC, d.start_time DESC NULLS LAST, d.id`,
    [code, withRemoved],
  );
}

export async function findDrill(
  tx: Transaction,
  code: string,
  id: string,
): Promise<DrillRecord | null> {
  const [row] = await tx.query<DrillRecord>(
    `SELECT ${COLUMNS} FROM drill d WHERE d.municipality_code = $1 AND d.id = $2`,
    [code, id],
  );
  return row ?? null;
}

export interface DrillSave {
  readonly id: string;
  readonly version: number;
  readonly content: Omit<DrillContent, 'people'>;
  readonly people: number;
  readonly note: string | null;
  readonly at: Date;
  readonly by: string;
}

/** Puts a version in the place of the one before it; false where another stands there already. */
export async function storeDrill(tx: Transaction, code: string, save: DrillSave): Promise<boolean> {
  const { id, version, content, people, note, at, by } = save;
  const { title, date, startTime, shelterIds, participants } = content;
  const values = [code, id, version, title, date, startTime, shelterIds, people];
  const rows = await tx.query(
    version === 1
      ? `INSERT INTO drill (municipality_code, id, version, title, held_on, start_time, shelter_ids,
           people, participants, saved_at, saved_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`
      : `WITH changed AS (
           UPDATE drill SET version = $3, title = $4, held_on = $5, start_time = $6,
             shelter_ids = $7, people = $8, participants = $9, saved_at = $10, saved_by = $11
           WHERE municipality_code = $1 AND id = $2 AND version = $3 - 1 RETURNING id)
         SELECT id FROM changed`,
    [...values, participants.length, at, by],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `INSERT INTO drill_version (municipality_code, drill_id, version, content, note, saved_at, saved_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, id, version, JSON.stringify(content), note, at, by],
  );
  return true;
}

export interface DrillVersionRecord {
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly note: string | null;
}
const VERSION = 'version, saved_at AS at, saved_by AS by, note';

/** Newest first. */
export function listDrillVersions(
  tx: Transaction,
  code: string,
  id: string,
): Promise<DrillVersionRecord[]> {
  return tx.query(
    `SELECT ${VERSION} FROM drill_version WHERE municipality_code = $1 AND drill_id = $2
     ORDER BY version DESC`,
    [code, id],
  );
}

export async function findDrillVersion(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
): Promise<(DrillVersionRecord & { readonly content: Omit<DrillContent, 'people'> }) | null> {
  const [row] = await tx.query<
    DrillVersionRecord & { readonly content: Omit<DrillContent, 'people'> }
  >(
    `SELECT ${VERSION}, content FROM drill_version
     WHERE municipality_code = $1 AND drill_id = $2 AND version = $3`,
    [code, id, version],
  );
  return row ?? null;
}

export async function setDrillRemoved(
  tx: Transaction,
  code: string,
  id: string,
  removedAt: Date | null,
): Promise<void> {
  await tx.query('UPDATE drill SET removed_at = $3 WHERE municipality_code = $1 AND id = $2', [
    ...[code, id, removedAt],
  ]);
}

/** Whether a municipality ever planned a drill, removed ones included. */
export async function hasDrills(database: Queryable, code: string): Promise<boolean> {
  const rows = await database.query('SELECT FROM drill WHERE municipality_code = $1 LIMIT 1', [
    code,
  ]);
  return rows.length > 0;
}
