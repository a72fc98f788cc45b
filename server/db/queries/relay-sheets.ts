import type { Role } from '#domain/access/roles';
import { officeKey, type RelayOffice } from '#domain/relay/office';
import type { RelayLink, RelayState, Urgency } from '#domain/relay/sheet';
import type { RelayEventStep } from '#domain/relay/steps';
import type { Queryable, Transaction } from '../database.ts';
import { type ListedOfficeRecord, listListedOffices } from './relay-offices.ts';

export interface RelayRecord {
  readonly id: string;
  readonly version: number;
  readonly state: RelayState;
  readonly stateSince: Date;
  readonly urgency: Urgency;
  readonly dueAt: Date;
  readonly office: RelayOffice;
  readonly residentId: string | null;
  readonly residentName: string | null;
  readonly district: string | null;
  readonly placeText: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly seen: string;
  readonly links: readonly RelayLink[];
  readonly writtenAt: Date;
  readonly receivedAt: Date;
  readonly writtenBy: string;
  readonly writtenRole: Role | 'system';
  readonly writtenAccount: string | null;
  readonly writtenOfficeId: string | null;
}

const COLUMNS = `s.id, s.version, s.state, s.state_since AS "stateSince", s.urgency,
  s.due_at AS "dueAt", s.office, s.resident_id AS "residentId", r.name AS "residentName",
  s.district, s.place_text AS "placeText", ST_X(s.position) AS lng, ST_Y(s.position) AS lat,
  s.seen, s.links, s.written_at AS "writtenAt", s.received_at AS "receivedAt",
  s.written_by AS "writtenBy", s.written_role AS "writtenRole", s.written_account AS "writtenAccount",
  s.written_office_id AS "writtenOfficeId"`;
const FROM = `FROM relay_sheet s LEFT JOIN access.resident r
  ON r.municipality_code = s.municipality_code AND r.id = s.resident_id`;
const IS_OPEN = `s.state IN ('received', 'in-hand')`;
const IS_FOR_ME = 's.office_key = ANY ((SELECT access.own_offices())::text[])';
/** By the account, or by somebody of the same office of the city's list. */
const IS_MINE = `(s.written_account = (SELECT access.setting('account'))::uuid
  OR s.written_office_id = (SELECT access.setting('office'))::uuid)`;

export interface RelayFilter {
  readonly box: 'to-answer' | 'written' | 'all';
  readonly states: readonly string[] | null;
  readonly urgencies: readonly string[] | null;
  readonly district: string | null;
  readonly isOverdue: boolean;
  readonly residentId: string | null;
  readonly text: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Those that wait for an answer first, by when it is due; then those that moved last. */
export async function listRelaySheets(
  tx: Transaction,
  code: string,
  filter: RelayFilter,
  now: Date,
): Promise<{ readonly rows: RelayRecord[]; readonly total: number }> {
  const rows = await tx.query<RelayRecord & { total: number }>(
    `SELECT ${COLUMNS}, count(*) OVER ()::integer AS total ${FROM}
     WHERE s.municipality_code = $1
       AND CASE $2 WHEN 'to-answer' THEN ${IS_OPEN} AND ${IS_FOR_ME}
         WHEN 'written' THEN ${IS_MINE} ELSE true END
       AND ($3::text[] IS NULL OR s.state = ANY ($3))
       AND ($4::text[] IS NULL OR s.urgency = ANY ($4))
       AND ($5::text IS NULL OR s.district = $5)
       AND (NOT $6::boolean OR (${IS_OPEN} AND s.due_at < $7))
       AND ($8::uuid IS NULL OR s.resident_id = $8)
       AND ($9::text IS NULL OR normalize(concat_ws(E'\\n', s.seen, s.place_text, r.name, s.written_by,
         (SELECT string_agg(e.text, E'\\n') FROM relay_event e
          WHERE e.municipality_code = s.municipality_code AND e.sheet_id = s.id)), NFKC)
         ILIKE '%' || normalize($9, NFKC) || '%')
     ORDER BY (${IS_OPEN}) DESC, CASE WHEN ${IS_OPEN} THEN s.due_at END, s.state_since DESC, s.id
     LIMIT $10 OFFSET $11`,
    [
      ...[code, filter.box, filter.states, filter.urgencies, filter.district, filter.isOverdue],
      ...[now, filter.residentId, filter.text && escapeLike(filter.text)],
      ...[filter.limit, filter.offset],
    ],
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

export interface RelayFigures {
  readonly toAnswer: number;
  readonly overdue: number;
  readonly written: number;
  readonly all: number;
}

export async function countForMe(tx: Transaction, code: string, now: Date): Promise<RelayFigures> {
  const [row] = await tx.query<RelayFigures>(
    `SELECT (count(*) FILTER (WHERE ${IS_OPEN} AND ${IS_FOR_ME}))::integer AS "toAnswer",
       (count(*) FILTER (WHERE ${IS_OPEN} AND s.due_at < $2))::integer AS overdue,
       (count(*) FILTER (WHERE ${IS_MINE}))::integer AS written, count(*)::integer AS all
     FROM relay_sheet s WHERE s.municipality_code = $1`,
    [code, now],
  );
  return row ?? { toAnswer: 0, overdue: 0, written: 0, all: 0 };
}

export async function findRelaySheet(
  tx: Transaction,
  code: string,
  id: string,
): Promise<RelayRecord | null> {
  const [row] = await tx.query<RelayRecord>(
    `SELECT ${COLUMNS} ${FROM} WHERE s.municipality_code = $1 AND s.id = $2`,
    [code, id],
  );
  return row ?? null;
}

export type NewRelaySheet = Omit<RelayRecord, 'version' | 'state' | 'stateSince' | 'residentName'>;

/** False where that id is there already, seen or not. */
export async function insertRelaySheet(
  tx: Transaction,
  code: string,
  sheet: NewRelaySheet,
): Promise<boolean> {
  const key = officeKey(sheet.office);
  const rows = await tx.query(
    `INSERT INTO relay_sheet (municipality_code, id, version, state, state_since, urgency, due_at,
       office, office_key, office_keys, resident_id, district, place_text, position, seen, links,
       written_at, received_at, written_by, written_role, written_account, written_office_id)
     VALUES ($1, $2, 1, 'received', $3, $4, $5, $6, $7, array_remove(ARRAY[$7, 'listed:' || $19::text], NULL),
       $8, $9, $10, ST_SetSRID(ST_MakePoint($11, $12), 4326), $13, $14, $15, $3, $16, $17, $18, $19::uuid)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[code, sheet.id, sheet.receivedAt, sheet.urgency, sheet.dueAt],
      ...[JSON.stringify(sheet.office), key, sheet.residentId, sheet.district, sheet.placeText],
      ...[sheet.lng, sheet.lat, sheet.seen, JSON.stringify(sheet.links), sheet.writtenAt],
      ...[sheet.writtenBy, sheet.writtenRole, sheet.writtenAccount, sheet.writtenOfficeId],
    ],
  );
  return rows.length > 0;
}

/** Moves a sheet on from `version`; false where somebody was quicker. */
export async function moveRelaySheet(
  tx: Transaction,
  code: string,
  id: string,
  version: number,
  to: { readonly state: RelayState; readonly office: RelayOffice; readonly since: Date | null },
): Promise<boolean> {
  const rows = await tx.query(
    `WITH changed AS (
       UPDATE relay_sheet SET version = version + 1, state = $4, office = $5, office_key = $6,
         office_keys = CASE WHEN $6 = ANY (office_keys) THEN office_keys ELSE office_keys || $6 END,
         state_since = coalesce($7, state_since)
       WHERE municipality_code = $1 AND id = $2 AND version = $3 RETURNING id)
     SELECT id FROM changed`,
    [code, id, version, to.state, JSON.stringify(to.office), officeKey(to.office), to.since],
  );
  return rows.length > 0;
}

export interface RelayEventRecord {
  readonly version: number;
  readonly step: RelayEventStep;
  readonly fromState: RelayState;
  readonly toState: RelayState;
  readonly fromOffice: RelayOffice;
  readonly toOffice: RelayOffice;
  readonly text: string;
  readonly at: Date;
  readonly doneBy: string;
  readonly role: Role | 'system';
  readonly account: string | null;
  readonly officeId: string | null;
}

export function listRelayEvents(
  tx: Transaction,
  code: string,
  id: string,
): Promise<RelayEventRecord[]> {
  return tx.query(
    `SELECT version, step, from_state AS "fromState", to_state AS "toState",
       from_office AS "fromOffice", to_office AS "toOffice", text, at, done_by AS "doneBy", role, account,
       office_id AS "officeId"
     FROM relay_event WHERE municipality_code = $1 AND sheet_id = $2 ORDER BY version`,
    [code, id],
  );
}

export async function insertRelayEvent(
  tx: Transaction,
  code: string,
  id: string,
  event: RelayEventRecord,
): Promise<void> {
  await tx.query(
    `INSERT INTO relay_event (municipality_code, sheet_id, version, step, from_state, to_state,
       from_office, to_office, text, at, done_by, role, account, office_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[code, id, event.version, event.step, event.fromState, event.toState],
      ...[JSON.stringify(event.fromOffice), JSON.stringify(event.toOffice), event.text, event.at],
      ...[event.doneBy, event.role, event.account, event.officeId],
    ],
  );
}

/** District of somebody whom the actor sees; null where it does not, or there is nobody. */
export async function findSeenPerson(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<{ readonly district: string | null } | null> {
  const [row] = await tx.query<{ district: string | null }>(
    `SELECT district_name AS district FROM access.resident
     WHERE municipality_code = $1 AND id = $2 AND archived_at IS NULL`,
    [code, residentId],
  );
  return row ?? null;
}

/** The district that a place lies in. */
export async function districtAt(
  tx: Queryable,
  code: string,
  [lng, lat]: readonly [number, number],
): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `SELECT x.name FROM district x JOIN dataset d
       ON d.municipality_code = x.municipality_code AND d.id = x.dataset_id
     WHERE x.municipality_code = $1 AND d.status = 'active'
       AND ST_Covers(x.geometry, ST_SetSRID(ST_MakePoint($2, $3), 4326)) LIMIT 1`,
    [code, lng, lat],
  );
  return row?.name ?? null;
}

export interface OfficePlaces {
  readonly districts: readonly string[];
  readonly shelters: readonly { readonly id: string; readonly name: string }[];
  /** Of the city's list; closed ones too. */
  readonly offices: readonly ListedOfficeRecord[];
}

/** Districts and welfare shelters of the lists in force, and the city's own list of offices. */
export async function selectOfficePlaces(tx: Queryable, code: string): Promise<OfficePlaces> {
  const districts = await tx.query<{ name: string }>(
    `SELECT DISTINCT x.name FROM district x JOIN dataset d
       ON d.municipality_code = x.municipality_code AND d.id = x.dataset_id
     WHERE x.municipality_code = $1 AND d.status = 'active' ORDER BY 1`,
    [code],
  );
  const shelters = await tx.query<{ id: string; name: string }>(
    `SELECT s.id, min(s.name) AS name FROM shelter s JOIN dataset d
       ON d.municipality_code = s.municipality_code AND d.id = s.dataset_id
     WHERE s.municipality_code = $1 AND d.status = 'active' AND s.kind = 'welfare-shelter'
     GROUP BY s.id ORDER BY 2`,
    [code],
  );
  const offices = await listListedOffices(tx, code);
  return { districts: districts.map(({ name }) => name), shelters, offices };
}

/** Of each district, without looking at who asks: figures that name nobody, for charts. */
export function selectRelayCounts(
  tx: Queryable,
  code: string,
  now: Date,
): Promise<
  { readonly district: string | null; state: RelayState; sheets: number; overdue: number }[]
> {
  return tx.query(
    `SELECT s.district, s.state, count(*)::integer AS sheets,
       (count(*) FILTER (WHERE ${IS_OPEN} AND s.due_at < $2))::integer AS overdue
     FROM relay_sheet s WHERE s.municipality_code = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
    [code, now],
  );
}
