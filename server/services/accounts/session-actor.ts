import type { Actor } from '../../db/actor.ts';
import { SYSTEM, scopeOf } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  findSession,
  findSessions,
  type OpenSession,
  removeSession,
  type SessionLimits,
  touchSession,
} from '../../db/queries/accounts/sessions.ts';
import type { Origin } from '../audit/record-access.ts';
import { batch } from '../read/batch.ts';
import { noteOfAccount } from './account-audit.ts';
import { hashOf } from './token-hash.ts';

export type { OpenSession, SessionLimits } from '../../db/queries/accounts/sessions.ts';

type ActorFacts = Pick<
  OpenSession,
  | 'displayName'
  | 'role'
  | 'municipalityCode'
  | 'districts'
  | 'shelterIds'
  | 'residentIds'
  | 'relayOfficeId'
>;

/** As whom an account acts. */
export function actorOfAccount(accountId: string, account: ActorFacts): Actor {
  return {
    role: account.role,
    accountId,
    name: account.displayName,
    municipalityCode: account.municipalityCode,
    districts: account.districts,
    shelterIds: account.shelterIds,
    residentIds: account.residentIds,
    relayOfficeId: account.relayOfficeId,
  };
}

export type FindSession = (id: string) => Promise<OpenSession | null>;

/** For every request of an application: those that come at the same time share a query. */
export function sessionFinder(database: Database, limits: SessionLimits): FindSession {
  return batch(async (ids) => {
    const found = await findSessions(database, ids, limits);
    return found.map((session) => [session.id, session] as const);
  });
}

/**
 * The session of a token, if it holds: known, in time, of an account that is not disabled, and asked by the
 * program that began it. One that comes from another program was copied: it ends.
 */
export async function sessionOfToken(
  database: Database,
  findOpen: FindSession,
  token: string,
  userAgent: string | null,
  origin: Origin,
): Promise<OpenSession | null> {
  const session = await findOpen(hashOf(token));
  if (session === null) return null;
  if (session.agentHash !== hashOf(userAgent ?? '')) {
    await removeSession(database, session.id);
    const about = { ...session, id: session.accountId };
    await noteOfAccount(database, SYSTEM, origin, 'session.end', about, {
      why: 'another-user-agent',
    });
    return null;
  }
  if (session.isStale) await touchSession(database, session.id);
  return session;
}

/**
 * Whether a session still holds, without counting as its use: for streams that stay open. With `as`, also
 * whether it still is of somebody who sees the same people.
 */
export async function isOpen(
  database: Database,
  limits: SessionLimits,
  id: string,
  as?: Actor,
): Promise<boolean> {
  const session = await findSession(database, id, limits);
  if (session === null || as === undefined) return session !== null;
  return scopeOf(actorOfAccount(session.accountId, session)) === scopeOf(as);
}
