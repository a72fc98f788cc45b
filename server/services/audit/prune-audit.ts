import { DEFAULT_RETENTION_DAYS } from '#domain/access/audit';
import { ProblemError } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { Database, Queryable } from '../../db/database.ts';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { pruneChain } from '../../db/queries/audit/audit-chain.ts';
import { listRules } from '../../db/queries/retention/rules.ts';
import { ruleOf, setRetention } from '../retention/rules.ts';
import { auditLine } from './record-access.ts';

export async function retentionDays(database: Queryable, code: string): Promise<number> {
  return ruleOf(await listRules(database, code), 'audit').days ?? DEFAULT_RETENTION_DAYS;
}

/** @throws ProblemError where that would let somebody remove what has just been done */
export async function setRetentionDays(
  database: Database,
  actor: Actor,
  code: string,
  days: number,
): Promise<void> {
  const { version, isDaily } = ruleOf(await listRules(database, code), 'audit');
  const rule = { what: 'audit', version, days, isDaily } as const;
  const set = await setRetention(database, actor, code, rule);
  if (!set.ok) throw new ProblemError(set.problem);
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
