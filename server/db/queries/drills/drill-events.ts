import type { RunEvent } from '#domain/drill/run/event';
import type { Queryable, Transaction } from '../../database.ts';
import { columnsOf } from '../unnest.ts';

export interface StoredEvent {
  readonly cursor: number;
  readonly receivedAt: Date;
  readonly sentBy: string;
  readonly event: RunEvent;
}

/** In the order in which they came in, `limit` at most. */
export async function selectEventsAfter(
  tx: Transaction,
  code: string,
  drillId: string,
  after: number,
  limit: number | null = null,
): Promise<StoredEvent[]> {
  const rows = await tx.query<Omit<StoredEvent, 'event'> & RunEvent>(
    `SELECT cursor, received_at AS "receivedAt", sent_by AS "sentBy", device_id AS "deviceId",
       sequence, device_millis AS "deviceMillis", offset_millis AS "offsetMillis",
       participant_id AS "participantId", body
     FROM drill_event WHERE municipality_code = $1 AND drill_id = $2 AND cursor > $3
     ORDER BY cursor LIMIT $4`,
    [code, drillId, after, limit],
  );
  return rows.map(({ cursor, receivedAt, sentBy, ...event }) => ({
    ...{ cursor, receivedAt, sentBy, event },
  }));
}

export interface NewEvent extends RunEvent {
  readonly digest: string;
}

/** Which of them are there already, by device, sequence and digest as one text. */
export async function selectKnownEvents(
  tx: Transaction,
  code: string,
  drillId: string,
  events: readonly NewEvent[],
): Promise<Set<string>> {
  const rows = await tx.query<{ digest: string }>(
    `SELECT digest FROM drill_event WHERE municipality_code = $1 AND drill_id = $2
       AND digest = ANY ($3::text[])`,
    [code, drillId, events.map(({ digest }) => digest)],
  );
  return new Set(rows.map(({ digest }) => digest));
}

/** Moves the drill on by so many events; the last cursor, or null where the actor may not run it. */
export async function nextDrillCursor(
  tx: Transaction,
  drillId: string,
  events: number,
): Promise<number | null> {
  const [row] = await tx.query<{ cursor: number | null }>(
    'SELECT access.next_drill_cursor($1, $2) AS cursor',
    [drillId, events],
  );
  return row?.cursor ?? null;
}

export async function insertEvents(
  tx: Transaction,
  code: string,
  drillId: string,
  events: readonly NewEvent[],
  sent: {
    readonly lastCursor: number;
    readonly at: Date;
    readonly by: string;
    readonly account: string | null;
  },
): Promise<void> {
  const first = sent.lastCursor - events.length + 1;
  const rows = events.map(({ body, ...event }, at) => ({
    ...{ ...event, cursor: first + at, body: JSON.stringify(body) },
  }));
  await tx.query(
    `INSERT INTO drill_event (municipality_code, drill_id, cursor, device_id, sequence, device_millis,
       offset_millis, participant_id, body, digest, received_at, sent_by, account)
     SELECT $1, $2, e.cursor, e.device, e.sequence, e.millis, e.off, e.participant, e.body::jsonb,
       e.digest, $3, $4, $5
     FROM unnest($6::bigint[], $7::uuid[], $8::integer[], $9::bigint[], $10::bigint[], $11::text[],
       $12::text[], $13::text[])
       AS e (cursor, device, sequence, millis, off, participant, body, digest)`,
    [
      ...[code, drillId, sent.at, sent.by, sent.account],
      ...columnsOf(rows, [
        ...(['cursor', 'deviceId', 'sequence', 'deviceMillis', 'offsetMillis'] as const),
        ...(['participantId', 'body', 'digest'] as const),
      ]),
    ],
  );
}

/** Where each of them has come to: no personal data. */
export function selectDrillCursors(
  database: Queryable,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly moment: number }[]> {
  return database.query('SELECT id, cursor AS moment FROM drill WHERE id = ANY ($1::uuid[])', [
    ids,
  ]);
}

export interface NewDrillPhoto {
  readonly id: string;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly at: Date;
  readonly by: string;
  readonly account: string | null;
}

export async function countDrillPhotos(
  tx: Transaction,
  code: string,
  drillId: string,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM drill_photo
     WHERE municipality_code = $1 AND drill_id = $2`,
    [code, drillId],
  );
  return row?.count ?? 0;
}

export async function insertDrillPhoto(
  tx: Transaction,
  code: string,
  drillId: string,
  { id, mediaType, content, at, by, account }: NewDrillPhoto,
): Promise<void> {
  await tx.query(
    `INSERT INTO drill_photo (municipality_code, drill_id, id, media_type, content, added_at, added_by,
       added_by_account) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [code, drillId, id, mediaType, content, at, by, account],
  );
}

export async function findDrillPhoto(
  tx: Transaction,
  code: string,
  drillId: string,
  id: string,
): Promise<{ readonly mediaType: string; readonly content: Buffer } | null> {
  const [row] = await tx.query<{ mediaType: string; content: Uint8Array }>(
    `SELECT media_type AS "mediaType", content FROM drill_photo
     WHERE municipality_code = $1 AND drill_id = $2 AND id = $3`,
    [code, drillId, id],
  );
  return row === undefined ? null : { mediaType: row.mediaType, content: Buffer.from(row.content) };
}
