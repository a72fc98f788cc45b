import type { Database } from '../../db/database.ts';
import { removeSession } from '../../db/queries/accounts/sessions.ts';
import type { Origin } from '../audit/record-access.ts';
import { noteOfAccount } from './account-audit.ts';
import { actorOfAccount, type OpenSession } from './session-actor.ts';

/** Ends a session for good: its token is of no use to whoever has it. */
export async function signOut(
  database: Database,
  session: OpenSession,
  origin: Origin,
): Promise<void> {
  await removeSession(database, session.id);
  const about = { ...session, id: session.accountId };
  const actor = actorOfAccount(session.accountId, session);
  await noteOfAccount(database, actor, origin, 'session.end', about, { why: 'signed-out' });
}
