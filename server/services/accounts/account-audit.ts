import type { AuditAction } from '#domain/access/audit';
import { type Actor, SYSTEM } from '../../db/actor.ts';
import type { Database, Transaction } from '../../db/database.ts';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { auditLine, type Origin, recordAccess } from '../audit/record-access.ts';

/** Whose account something is about. */
interface About {
  readonly id: string;
  readonly displayName: string;
  readonly municipalityCode: string | null;
}

/** Writes down what somebody did to an account; what is of no municipality goes to the installation's chain. */
export async function noteOfAccount(
  database: Database,
  actor: Actor,
  origin: Origin,
  action: AuditAction,
  about: About,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await recordAccess(database, actor, about.municipalityCode ?? '', {
    action,
    people: [],
    origin,
    details: { account: about.id, ...details },
  });
}

/**
 * The same as the last step of the transaction that does it: what did not happen is not written, and what
 * is not written did not happen. `chains`: codes of municipalities, '' = the installation.
 */
export async function appendOfAccount(
  tx: Transaction,
  actor: Actor,
  origin: Origin,
  action: AuditAction,
  about: About,
  details: Readonly<Record<string, unknown>> = {},
  chains: readonly string[] = [about.municipalityCode ?? ''],
): Promise<void> {
  const note = { action, people: [], origin, details: { account: about.id, ...details } };
  // In one order everywhere, as each append locks the head of its chain.
  for (const chain of [...new Set(chains)].sort())
    await appendAudit(tx, chain, [auditLine(actor, note)]);
}

/** A failure: who it was is not known, only whose account was tried. What was typed is not written. */
export async function noteFailure(
  database: Database,
  origin: Origin,
  about: About | null,
  step: 'password' | 'second-factor' | 'sso',
): Promise<void> {
  const somebody: Actor = { ...SYSTEM, name: about?.displayName ?? '-' };
  await recordAccess(database, somebody, about?.municipalityCode ?? '', {
    action: 'session.fail',
    people: [],
    origin,
    details: { account: about?.id ?? null, step },
  });
}
