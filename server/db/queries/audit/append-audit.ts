import type { AuditAction } from '#domain/access/audit';
import type { Role } from '#domain/access/roles';
import type { Queryable } from '../../database.ts';

/** One line of the log; number, time, open disaster modes and hash are the database's to say. */
export interface NewAuditLine {
  readonly role: Role | 'system';
  readonly account: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly agent: string | null;
  readonly action: AuditAction;
  readonly route: string | null;
  readonly purpose: string;
  readonly people: readonly string[];
  readonly requestId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds lines to the chain of a municipality; the number of the last. Alone, or last in a transaction. */
export async function appendAudit(
  database: Queryable,
  municipalityCode: string,
  lines: readonly NewAuditLine[],
): Promise<number> {
  const [row] = await database.query<{ seq: number }>('SELECT audit.append($1, $2) AS seq', [
    municipalityCode,
    JSON.stringify(lines),
  ]);
  return row?.seq ?? 0;
}
