import type { Role } from '#domain/access/roles';
import type { ResponseStatus } from '#domain/plan/response';
import type { Transaction } from '../database.ts';
import { columnsOf } from './unnest.ts';

export interface NewReport {
  readonly id: string;
  readonly personId: string;
  readonly status: ResponseStatus;
  readonly at: Date;
  readonly shelterId: string | null;
}
export interface StoredReport extends NewReport {
  readonly moment: number;
  readonly reportedBy: string;
  readonly role: Role | 'system';
}
export interface Reporter {
  readonly moment: number;
  readonly receivedAt: Date;
  readonly by: string;
  readonly role: Role | 'system';
  readonly account: string | null;
}

/** Of those ids, the people of the response whom the actor sees. */
export async function selectSeenAmong(
  tx: Transaction,
  code: string,
  responseId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT resident_id AS id FROM access.response_person
     WHERE municipality_code = $1 AND response_id = $2 AND resident_id = ANY ($3::uuid[])`,
    [code, responseId, ids],
  );
  return rows.map(({ id }) => id);
}

/** Those that are there already stay as they are. */
export async function insertReports(
  tx: Transaction,
  code: string,
  responseId: string,
  reports: readonly NewReport[],
  { moment, receivedAt, by, role, account }: Reporter,
): Promise<void> {
  await tx.query(
    `INSERT INTO response_report (municipality_code, response_id, moment, received_at, reported_by,
       role, account, id, resident_id, status, at, shelter_id)
     SELECT $1, $2, $3, $4, $5, $6, $7, * FROM unnest($8::uuid[], $9::uuid[], $10::text[],
       $11::timestamptz[], $12::text[])
     ON CONFLICT DO NOTHING`,
    [
      ...[code, responseId, moment, receivedAt, by, role, account],
      ...columnsOf(reports, ['id', 'personId', 'status', 'at', 'shelterId']),
    ],
  );
}

const COLUMNS = `id, resident_id AS "personId", status, at, shelter_id AS "shelterId", moment,
  reported_by AS "reportedBy", role`;

/** Of the people whom the actor sees, whatever was said after a moment. */
export function selectReportsAfter(
  tx: Transaction,
  code: string,
  responseId: string,
  moment: number,
): Promise<StoredReport[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM response_report
     WHERE municipality_code = $1 AND response_id = $2 AND moment > $3 ORDER BY moment, id`,
    [code, responseId, moment],
  );
}

/** All that was said of one person, or of everybody (null) whom the actor sees, the newest first. */
export function selectReports(
  tx: Transaction,
  code: string,
  responseId: string,
  personId: string | null,
  most: number,
): Promise<(StoredReport & { readonly receivedAt: Date })[]> {
  return tx.query(
    `SELECT ${COLUMNS}, received_at AS "receivedAt" FROM response_report
     WHERE municipality_code = $1 AND response_id = $2 AND ($3::uuid IS NULL OR resident_id = $3)
     ORDER BY at DESC, id DESC LIMIT $4`,
    [code, responseId, personId, most],
  );
}

/** What stands of each person whom the actor sees. */
export function selectStanding(
  tx: Transaction,
  code: string,
  responseId: string,
): Promise<StoredReport[]> {
  return tx.query(
    `SELECT DISTINCT ON (resident_id) ${COLUMNS} FROM response_report
     WHERE municipality_code = $1 AND response_id = $2 ORDER BY resident_id, at DESC, id DESC`,
    [code, responseId],
  );
}

export async function insertUnexpected(
  tx: Transaction,
  code: string,
  responseId: string,
  arrival: { readonly id: string; readonly shelterId: string; readonly people: number },
  { moment, receivedAt, by, account }: Reporter,
): Promise<void> {
  await tx.query(
    `INSERT INTO response_unexpected (municipality_code, response_id, id, shelter_id, people, moment,
       received_at, reported_by, account) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT DO NOTHING`,
    [
      ...[code, responseId, arrival.id, arrival.shelterId, arrival.people],
      ...[moment, receivedAt, by, account],
    ],
  );
}

/** How many unexpected people each shelter has counted. */
export function sumUnexpected(
  tx: Transaction,
  code: string,
  responseId: string,
): Promise<{ readonly shelterId: string; readonly people: number }[]> {
  return tx.query(
    `SELECT shelter_id AS "shelterId", greatest(sum(people), 0)::integer AS people
     FROM response_unexpected WHERE municipality_code = $1 AND response_id = $2
     GROUP BY shelter_id ORDER BY shelter_id`,
    [code, responseId],
  );
}
