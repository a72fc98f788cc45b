import { randomUUID } from 'node:crypto';
import type { Removed } from '#contract/retention';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { DELAY_MINUTES, RETAINED, type Retained } from '#domain/access/retention';
import { failure, type Result, success } from '#domain/problem';
import { type Actor, SYSTEM } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { deleteOld } from '../../db/queries/retention/old-rows.ts';
import { listRules, takeDailyRules } from '../../db/queries/retention/rules.ts';
import { callOffRun, finishRun, insertRun, listDueRuns } from '../../db/queries/retention/runs.ts';
import { pruneAudit } from '../audit/prune-audit.ts';
import { auditLine, type Origin } from '../audit/record-access.ts';
import { ruleOf } from './rules.ts';

/** Orders that what is older be removed; until its time has come that can be called off. */
export async function orderRun(
  database: Database,
  actor: Actor,
  code: string,
  origin: Origin,
): Promise<Result<null>> {
  const id = randomUUID();
  const isOrdered = await database.transaction(async (tx) => {
    const order = { id, orderedBy: actor.name, minutes: DELAY_MINUTES };
    if (!(await insertRun(tx, code, order))) return false;
    const note = { action: 'retention.order', people: [], details: { id }, origin } as const;
    await appendAudit(tx, code, [auditLine(actor, note)]);
    return true;
  });
  return isOrdered ? success(null) : failure(KEEPING_FAILURES.runPending());
}

export async function cancelRun(
  database: Database,
  actor: Actor,
  code: string,
  origin: Origin,
): Promise<Result<null>> {
  const isOff = await database.transaction(async (tx) => {
    if (!(await callOffRun(tx, code))) return false;
    const note = { action: 'retention.cancel', people: [], origin } as const;
    await appendAudit(tx, code, [auditLine(actor, note)]);
    return true;
  });
  return isOff ? success(null) : failure(KEEPING_FAILURES.runGone());
}

/** Removes what is older than it is kept, each with its line in the log; the log keeps its chain. */
async function prune(
  database: Database,
  code: string,
  whats: readonly Retained[],
  orderedBy: string,
): Promise<Removed> {
  const removed = { audit: 0, scans: 0, warnings: 0, responses: 0, relay: 0 };
  const rules = await listRules(database, code);
  // The log last: the lines of what is removed before stand in it.
  for (const what of [...whats].reverse()) {
    const { days } = ruleOf(rules, what);
    if (days === null) continue;
    if (what === 'audit') {
      removed.audit = await pruneAudit(database, SYSTEM, code);
      continue;
    }
    removed[what] = await database.transaction(async (tx) => {
      const { count, people } = await deleteOld(tx, code, what, days);
      if (count === 0) return 0;
      const details = { what, count, days, orderedBy };
      const note = { action: 'retention.prune', people, details } as const;
      await appendAudit(tx, code, [auditLine(SYSTEM, note)]);
      return count;
    });
  }
  return removed;
}

const DAILY = '毎日 / daily';

/** Does the runs whose time has come, and what is removed every day by itself. */
export async function pruneDue(database: Database): Promise<void> {
  for (const { code, id, orderedBy } of await listDueRuns(database))
    await finishRun(database, code, id, await prune(database, code, RETAINED, orderedBy));
  const daily = await takeDailyRules(database);
  for (const code of new Set(daily.map((rule) => rule.code))) {
    const whats = RETAINED.filter((what) =>
      daily.some((rule) => rule.code === code && rule.what === what),
    );
    await prune(database, code, whats, DAILY);
  }
}

const MINUTE_MILLIS = 60_000;

/** Looks every minute. Answers what ends that; `report` is told where the database did not do it. */
export function keepPruned(database: Database, report: (error: unknown) => void): () => void {
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    pruneDue(database)
      .catch(report)
      .finally(() => {
        isBusy = false;
      });
  }, MINUTE_MILLIS);
  timer.unref();
  return () => clearInterval(timer);
}
