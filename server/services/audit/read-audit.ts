import type {
  AuditCheck,
  AuditPage,
  AuditSearch,
  AuditState,
  DisasterReport,
} from '#contract/audit';
import type { Queryable } from '../../db/database.ts';
import { selectAnchor, selectHead } from '../../db/queries/audit/audit-chain.ts';
import {
  findByRosterNumber,
  type SeenInDisaster,
  searchAudit,
} from '../../db/queries/audit/search-audit.ts';
import { groupBy } from '../read/group-by.ts';
import { retentionDays } from './prune-audit.ts';
import { verifyChain } from './verify-chain.ts';

/** Lines that meet a search, the newest first. */
export async function readAudit(
  database: Queryable,
  code: string,
  { name, rosterNumber, ...search }: AuditSearch,
): Promise<AuditPage> {
  const personId =
    rosterNumber === '' ? null : await findByRosterNumber(database, code, rosterNumber);
  if (rosterNumber !== '' && personId === null)
    return { entries: [], next: null, isPersonKnown: false };
  const query = { ...search, personId, name: name === '' ? null : name };
  const found = await searchAudit(database, code, query);
  const last = found.at(-1);
  return {
    entries: found.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    next: found.length < search.limit || last === undefined ? null : last.seq,
    isPersonKnown: true,
  };
}

/** Every line that meets it, for a file. */
export async function* readAllAudit(
  database: Queryable,
  code: string,
  search: AuditSearch,
): AsyncGenerator<AuditPage['entries'][number]> {
  for (let before = search.before; ; ) {
    const page = await readAudit(database, code, { ...search, before, limit: 1000 });
    yield* page.entries;
    if (page.next === null) return;
    before = page.next;
  }
}

export async function readAuditState(database: Queryable, code: string): Promise<AuditState> {
  const anchor = await selectAnchor(database, code);
  return {
    head: await selectHead(database, code),
    retentionDays: await retentionDays(database, code),
    pruned: anchor && { throughSeq: anchor.seq, at: anchor.prunedAt.toISOString() },
  };
}

/** Reckons the whole chain anew: minutes for a log of years. */
export async function checkAudit(database: Queryable, code: string): Promise<AuditCheck> {
  const { entries, head, broken } = await verifyChain(database, code);
  return { entries, head, brokenAt: broken?.seq ?? null };
}

/** By account: how many people it saw, how often, from when to when. */
export function disasterReport(seen: readonly SeenInDisaster[]): DisasterReport {
  const accounts = groupBy(seen, ({ role, name }) => JSON.stringify([role, name]));
  const time = (moment: Date) => moment.getTime();
  return {
    people: new Set(seen.map(({ residentId }) => residentId)).size,
    seen: [...accounts.values()].flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      return {
        name: first.name,
        role: first.role,
        people: rows.length,
        times: rows.reduce((sum, { times }) => sum + times, 0),
        firstAt: new Date(Math.min(...rows.map(({ firstAt }) => time(firstAt)))).toISOString(),
        lastAt: new Date(Math.max(...rows.map(({ lastAt }) => time(lastAt)))).toISOString(),
      };
    }),
  };
}
