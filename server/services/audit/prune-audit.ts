import { DEFAULT_RETENTION_DAYS, LEAST_RETENTION_DAYS } from '#domain/access/audit';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { ProblemError } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { Database, Queryable } from '../../db/database.ts';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import {
  pruneChain,
  saveRetentionDays,
  selectRetentionDays,
} from '../../db/queries/audit/audit-chain.ts';
import { auditLine } from './record-access.ts';

export async function retentionDays(database: Queryable, code: string): Promise<number> {
  return (await selectRetentionDays(database, code)) ?? DEFAULT_RETENTION_DAYS;
}

/** @throws ProblemError where that would let somebody remove what has just been done */
export async function setRetentionDays(
  database: Database,
  actor: Actor,
  code: string,
  days: number,
): Promise<void> {
  if (!Number.isInteger(days) || days < LEAST_RETENTION_DAYS)
    throw new ProblemError(KEEPING_FAILURES.retentionTooShort());
  const before = await retentionDays(database, code);
  await database.transaction(async (tx) => {
    await saveRetentionDays(tx, code, days);
    const details = { before, days };
    await appendAudit(tx, code, [
      auditLine(actor, { action: 'audit.retention', people: [], details }),
    ]);
  });
}

/** Removes what is older than the city keeps it; the number of lines that went. */
export async function pruneAudit(database: Database, actor: Actor, code: string): Promise<number> {
  const days = await retentionDays(database, code);
  const removed = await pruneChain(database, code, days, async (tx, { seq, hash, entries }) => {
    const details = { throughSeq: seq, hash, entries, days };
    await appendAudit(tx, code, [auditLine(actor, { action: 'audit.prune', people: [], details })]);
  });
  return removed?.entries ?? 0;
}
