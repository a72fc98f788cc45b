import type { Role } from '#domain/access/roles';
import type { Queryable } from '../../database.ts';

export interface NewSession {
  readonly id: string;
  readonly accountId: string;
  readonly agentHash: string;
  readonly agent: string | null;
  readonly address: string | null;
  readonly secondFactor: boolean;
}

export async function insertSession(database: Queryable, session: NewSession): Promise<void> {
  await database.query(
    `INSERT INTO session (id, account_id, agent_hash, agent, address, second_factor)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      session.id,
      session.accountId,
      session.agentHash,
      session.agent,
      session.address,
      session.secondFactor,
    ],
  );
}

/** How long sessions hold. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

/** A session that holds, with the account whose it is. */
export interface OpenSession {
  readonly id: string;
  readonly agentHash: string;
  readonly secondFactor: boolean;
  /** Some time ago: it is time to write down that it is in use. */
  readonly isStale: boolean;
  readonly accountId: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly municipalityCode: string | null;
  readonly districts: string[] | null;
  readonly shelterIds: string[];
  readonly residentIds: string[];
  readonly relayOfficeId: string | null;
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly isLocal: boolean;
}

/** Somebody who has yet to show the second factor gets only as long as that takes. */
const HOLDS = `s.last_seen_at > now() - make_interval(mins => $1)
  AND s.begun_at > now() - make_interval(hours => $2)
  AND (s.second_factor OR s.begun_at > now() - interval '10 minutes')`;

const limitsOf = ({ idleMinutes, hours }: SessionLimits) => [idleMinutes, hours];

/** Those of the ids that hold, in no order. */
export function findSessions(
  database: Queryable,
  ids: readonly string[],
  limits: SessionLimits,
): Promise<OpenSession[]> {
  return database.query<OpenSession>(
    `SELECT id, agent_hash AS "agentHash", second_factor AS "secondFactor", is_stale AS "isStale",
       account_id AS "accountId", login_name AS "loginName", display_name AS "displayName", role,
       municipality_code AS "municipalityCode", districts, shelter_ids AS "shelterIds",
       resident_ids AS "residentIds", relay_office_id AS "relayOfficeId",
       must_change_password AS "mustChangePassword",
       has_second_factor AS "hasSecondFactor", is_local AS "isLocal"
     FROM open_sessions($3, $1, $2)`,
    [...limitsOf(limits), ids],
  );
}

export async function findSession(
  database: Queryable,
  id: string,
  limits: SessionLimits,
): Promise<OpenSession | null> {
  const [session] = await findSessions(database, [id], limits);
  return session ?? null;
}

/** Of many requests at once the first writes, and none waits for another's to be written again. */
export async function touchSession(database: Queryable, id: string): Promise<void> {
  await database.query(
    `UPDATE session SET last_seen_at = now()
     WHERE id = $1 AND last_seen_at < now() - interval '1 minute'`,
    [id],
  );
}

export async function removeSession(database: Queryable, id: string): Promise<void> {
  await database.query('DELETE FROM session WHERE id = $1', [id]);
}

export interface ListedSession {
  readonly id: string;
  readonly begunAt: Date;
  readonly lastSeenAt: Date;
  readonly agent: string | null;
  readonly address: string | null;
}

export function listSessions(
  database: Queryable,
  accountId: string,
  limits: SessionLimits,
): Promise<ListedSession[]> {
  return database.query(
    `SELECT s.id, s.begun_at AS "begunAt", s.last_seen_at AS "lastSeenAt", s.agent, s.address
     FROM session s WHERE s.account_id = $3 AND s.second_factor AND ${HOLDS}
     ORDER BY s.begun_at DESC`,
    [...limitsOf(limits), accountId],
  );
}

/** Ends a session of an account; false where there is none. */
export async function removeOwnSession(
  database: Queryable,
  accountId: string,
  id: string,
): Promise<boolean> {
  const rows = await database.query(
    `WITH gone AS (DELETE FROM session WHERE id = $1 AND account_id = $2 RETURNING 1)
     SELECT 1 FROM gone`,
    [id, accountId],
  );
  return rows.length > 0;
}

/** Ends every session of an account. */
export async function removeSessionsOf(database: Queryable, accountId: string): Promise<void> {
  await database.query('DELETE FROM session WHERE account_id = $1', [accountId]);
}

/** Removes those that hold no more. */
export async function removeEndedSessions(
  database: Queryable,
  limits: SessionLimits,
): Promise<void> {
  await database.query(`DELETE FROM session s WHERE NOT (${HOLDS})`, limitsOf(limits));
}

export async function removeAllSessions(database: Queryable): Promise<void> {
  await database.query('DELETE FROM session');
}
