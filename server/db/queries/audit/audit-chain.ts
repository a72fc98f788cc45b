import type { Database, Queryable, Transaction } from '../../database.ts';

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}
interface ChainLine extends ChainHead {
  /** The text that the hash is made of, after the hash of the line before and a line break. */
  readonly line: string;
}
export interface Anchor extends ChainHead {
  readonly entries: number;
  readonly prunedAt: Date;
}

const START: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** Codes of all chains: municipalities, and '' for the installation. */
export async function listChains(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ code: string }>(
    `SELECT municipality_code AS code FROM audit_chain
     UNION SELECT DISTINCT municipality_code FROM audit_entry ORDER BY 1`,
  );
  return rows.map(({ code }) => code);
}

/** What the next line will rest on. */
export async function selectHead(database: Queryable, code: string): Promise<ChainHead> {
  const [head] = await database.query<ChainHead>(
    'SELECT seq, hash FROM audit_chain WHERE municipality_code = $1',
    [code],
  );
  return head ?? START;
}

/** What the oldest line that is kept rests on. */
export async function selectRoot(database: Queryable, code: string): Promise<ChainHead> {
  return (await selectAnchor(database, code)) ?? START;
}

export async function selectAnchor(database: Queryable, code: string): Promise<Anchor | null> {
  const [anchor] = await database.query<Anchor>(
    `SELECT through_seq AS seq, hash, entries, pruned_at AS "prunedAt" FROM audit_anchor
     WHERE municipality_code = $1 ORDER BY through_seq DESC LIMIT 1`,
    [code],
  );
  return anchor ?? null;
}

/** Lines after a number, in order; `through` keeps those out that were added meanwhile. */
export function selectChainLines(
  database: Queryable,
  code: string,
  after: number,
  through: number,
  limit: number,
): Promise<ChainLine[]> {
  return database.query<ChainLine>(
    `SELECT e.seq, e.hash, audit.line(e) AS line FROM audit_entry e
     WHERE e.municipality_code = $1 AND e.seq > $2 AND e.seq <= $3 ORDER BY e.seq LIMIT $4`,
    [code, after, through, limit],
  );
}

/** The line that says what was removed: what an anchor has to agree with. */
export async function selectPruneLine(
  database: Queryable,
  code: string,
  throughSeq: number,
): Promise<{ readonly hash: string } | null> {
  const [row] = await database.query<{ hash: string }>(
    `SELECT details ->> 'hash' AS hash FROM audit_entry
     WHERE municipality_code = $1 AND action = 'audit.prune'
       AND (details ->> 'throughSeq')::bigint = $2`,
    [code, throughSeq],
  );
  return row ?? null;
}

/** Removes what is older than that many days and says so in the log, or neither. */
export function pruneChain(
  database: Database,
  code: string,
  olderThanDays: number,
  say: (tx: Transaction, removed: Omit<Anchor, 'prunedAt'>) => Promise<void>,
): Promise<Omit<Anchor, 'prunedAt'> | null> {
  return database.transaction(async (tx) => {
    const [removed] = await tx.query<Omit<Anchor, 'prunedAt'>>(
      `SELECT through_seq AS seq, hash, entries
       FROM audit.prune($1, now() - make_interval(days => $2))`,
      [code, olderThanDays],
    );
    if (removed === undefined) return null;
    await say(tx, removed);
    return removed;
  });
}
