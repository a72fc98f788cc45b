import type { AuditAction } from '#domain/access/audit';
import { type Actor, SYSTEM } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { type Origin, recordAccess } from '../audit/record-access.ts';

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
