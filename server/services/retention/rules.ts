import type { Retention, RetentionRule } from '#contract/retention';
import { DEFAULT_RETENTION_DAYS, LEAST_RETENTION_DAYS } from '#domain/access/audit';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { RETAINED, type Retained } from '#domain/access/retention';
import { failure, type Result, success } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { Database, Queryable } from '../../db/database.ts';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { countOld } from '../../db/queries/retention/old-rows.ts';
import { listRules, type RuleRecord, storeRule } from '../../db/queries/retention/rules.ts';
import { findRuns } from '../../db/queries/retention/runs.ts';
import { auditLine, type Origin, THIS_MACHINE } from '../audit/record-access.ts';

/** Where nobody has said it: the audit log for five years, everything else for good. */
export const ruleOf = (rules: readonly RuleRecord[], what: Retained): RuleRecord =>
  rules.find((rule) => rule.what === what) ?? {
    ...{ what, version: 0, isDaily: false, setAt: null, setBy: null },
    days: what === 'audit' ? DEFAULT_RETENTION_DAYS : null,
  };

const timeOf = (moment: Date | null) => moment?.toISOString() ?? null;

/** What is kept how long, by whose word, and what a run would remove now. */
export async function readRetention(database: Queryable, code: string): Promise<Retention> {
  const set = await listRules(database, code);
  const rules: RetentionRule[] = [];
  for (const what of RETAINED) {
    const { setAt, ...rule } = ruleOf(set, what);
    const due =
      rule.days === null
        ? { count: 0, oldest: null, newest: null }
        : await countOld(database, code, what, rule.days);
    const { count, oldest, newest } = due;
    rules.push({
      ...rule,
      setAt: timeOf(setAt),
      due: { count, oldest: timeOf(oldest), newest: timeOf(newest) },
    });
  }
  const { pending, last } = await findRuns(database, code);
  return {
    rules,
    pending: pending && {
      orderedBy: pending.orderedBy,
      orderedAt: pending.orderedAt.toISOString(),
      dueAt: pending.dueAt.toISOString(),
    },
    last:
      last === null || last.doneAt === null || last.removed === null
        ? null
        : {
            doneAt: last.doneAt.toISOString(),
            orderedBy: last.orderedBy,
            removed: last.removed,
          },
  };
}

type NewRule = Pick<RuleRecord, 'what' | 'version' | 'days' | 'isDaily'>;

/** Says how long something is kept. Refused where that would let somebody remove what has just been done. */
export async function setRetention(
  database: Database,
  actor: Actor,
  code: string,
  rule: NewRule,
  origin: Origin = THIS_MACHINE,
): Promise<Result<null>> {
  const { what, days, isDaily } = rule;
  const isTooShort = days !== null && (!Number.isInteger(days) || days < LEAST_RETENTION_DAYS);
  if (isTooShort || (what === 'audit' && days === null))
    return failure(KEEPING_FAILURES.retentionTooShort());
  if (days === null && isDaily) return failure(KEEPING_FAILURES.dailyForGood());
  const before = ruleOf(await listRules(database, code), what);
  const isStored = await database.transaction(async (tx) => {
    if (!(await storeRule(tx, code, rule, actor.name))) return false;
    const details = { what, before: before.days, days, isDaily };
    const note = { action: 'audit.retention', people: [], details, origin } as const;
    await appendAudit(tx, code, [auditLine(actor, note)]);
    return true;
  });
  return isStored ? success(null) : failure(KEEPING_FAILURES.retentionStale());
}
