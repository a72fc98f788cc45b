import type { AuditAction } from '#domain/access/audit';
import { type Actor, personRuleOf } from '../../db/actor.ts';
import type { Database, Queryable } from '../../db/database.ts';
import { appendAudit, type NewAuditLine } from '../../db/queries/audit/append-audit.ts';

/** From where somebody asks; all null on the command line. */
export interface Origin {
  readonly address: string | null;
  readonly agent: string | null;
  readonly route: string | null;
  readonly requestId: string | null;
}
export const THIS_MACHINE: Origin = { address: null, agent: null, route: null, requestId: null };

export interface AccessNote {
  readonly action: AuditAction;
  /** Ids of those who were read or changed. */
  readonly people: readonly string[];
  readonly origin?: Origin;
  /** What else has to be known, without personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The program's own work is of the city hall; the auditor's and the administrator's is about nobody. */
function purposeOf(actor: Actor): string {
  const rule = personRuleOf(actor);
  return rule.reach === 'nobody' ? 'none' : (rule.needs ?? 'city-hall');
}

export function auditLine(
  actor: Actor,
  { action, people, origin = THIS_MACHINE, details = {} }: AccessNote,
): NewAuditLine {
  return {
    ...origin,
    role: actor.role,
    account: actor.accountId,
    name: actor.name,
    action,
    purpose: purposeOf(actor),
    people: [...new Set(people)],
    details,
  };
}

interface Waiting {
  readonly line: NewAuditLine;
  resolve(seq: number): void;
  reject(error: unknown): void;
}

/** Lines of one chain that are being written, and those that wait: they go together in the next statement. */
const QUEUES = new WeakMap<Queryable, Map<string, Waiting[]>>();
const MOST_AT_ONCE = 200;

/**
 * Writes down that the actor reads or changes people; resolves when the line stands. Whoever answers with
 * people, or changes them, awaits this first: no line, no answer. Lines that arrive while others are
 * being written share a statement, so that many readers wait for the head of the chain once and not in turn.
 */
export function recordAccess(
  database: Database,
  actor: Actor,
  municipalityCode: string,
  note: AccessNote,
): Promise<number> {
  const queues = QUEUES.get(database) ?? new Map<string, Waiting[]>();
  QUEUES.set(database, queues);
  const line = auditLine(actor, note);
  return new Promise((resolve, reject) => {
    const waiting = queues.get(municipalityCode);
    const own = { line, resolve, reject };
    if (waiting !== undefined) {
      waiting.push(own);
      return;
    }
    queues.set(municipalityCode, [own]);
    void writeAll(database, municipalityCode, queues);
  });
}

async function writeAll(database: Database, code: string, queues: Map<string, Waiting[]>) {
  for (;;) {
    const waiting = queues.get(code) ?? [];
    if (waiting.length === 0) {
      queues.delete(code);
      return;
    }
    const batch = waiting.splice(0, MOST_AT_ONCE);
    try {
      const lines = batch.map(({ line }) => line);
      const last = await appendAudit(database, code, lines);
      for (const [place, { resolve }] of batch.entries()) resolve(last - batch.length + 1 + place);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
