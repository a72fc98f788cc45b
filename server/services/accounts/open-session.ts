import { randomBytes } from 'node:crypto';
import type { Database, Transaction } from '../../db/database.ts';
import { insertSession, removeSession } from '../../db/queries/accounts/sessions.ts';
import { agentClass } from './agent-class.ts';
import { hashOf } from './token-hash.ts';

export interface SessionRequest {
  readonly accountId: string;
  /** The header as it came: the session holds for this program alone. */
  readonly userAgent: string | null;
  readonly address: string | null;
  /** Whether the second factor was shown, or none is asked for. */
  readonly secondFactor: boolean;
  /** The session that this one takes the place of: its token is dead from here on. */
  readonly formerToken?: string | null;
}

const TOKEN_BYTES = 32;

/** Opens a session by itself. */
export const openSession = (
  database: Database,
  request: SessionRequest,
): Promise<{ readonly token: string }> => database.transaction((tx) => beginSession(tx, request));

/**
 * Opens a session together with what it rests on; its token is told to the browser alone, the database
 * holds its hash.
 */
export async function beginSession(
  tx: Transaction,
  { accountId, userAgent, address, secondFactor, formerToken = null }: SessionRequest,
): Promise<{ readonly token: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  if (formerToken !== null) await removeSession(tx, hashOf(formerToken));
  await insertSession(tx, {
    id: hashOf(token),
    accountId,
    agentHash: hashOf(userAgent ?? ''),
    agent: agentClass(userAgent),
    address,
    secondFactor,
  });
  return { token };
}
