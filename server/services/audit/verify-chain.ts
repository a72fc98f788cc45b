import { createHash } from 'node:crypto';
import type { Queryable } from '../../db/database.ts';
import {
  type ChainHead,
  selectAnchor,
  selectChainLines,
  selectHead,
  selectPruneLine,
  selectRoot,
} from '../../db/queries/audit/audit-chain.ts';

/** How a chain is broken: a line was changed or is missing, the end was cut off, or the anchor is not the one. */
export type Breach = 'changed' | 'missing' | 'cut-off' | 'anchor';

export interface ChainReport {
  readonly municipalityCode: string;
  readonly entries: number;
  /** Number and hash of the last line: whoever keeps them elsewhere can tell later whether they still stand. */
  readonly head: ChainHead;
  /** The first line that does not hold; null where all do. */
  readonly broken: { readonly seq: number; readonly breach: Breach } | null;
}

/** One line may name the whole roster (1 MB at 24,000 people). */
export const LINES_AT_ONCE = 50;

export const hashOf = (previous: string, line: string): string =>
  createHash('sha256').update(`${previous}\n${line}`).digest('hex');

/**
 * Reckons every hash anew, from the anchor to the head. `expected` is a number and a hash that were noted
 * at an earlier time: who rewrites the whole chain is found by them.
 */
export async function verifyChain(
  database: Queryable,
  municipalityCode: string,
  expected: ChainHead | null = null,
): Promise<ChainReport> {
  const head = await selectHead(database, municipalityCode);
  const root = await selectRoot(database, municipalityCode);
  const report = (entries: number, broken: ChainReport['broken']): ChainReport => ({
    municipalityCode,
    entries,
    head,
    broken,
  });
  if (!(await anchorHolds(database, municipalityCode)))
    return report(0, { seq: root.seq, breach: 'anchor' });
  // What was noted lies where lines were removed: only the anchor itself can still be compared with it.
  if (expected !== null && (expected.seq < root.seq || isOther(expected, root)))
    return report(0, { seq: expected.seq, breach: 'anchor' });
  let last = root;
  for (;;) {
    const lines = await selectChainLines(
      database,
      municipalityCode,
      last.seq,
      head.seq,
      LINES_AT_ONCE,
    );
    for (const { seq, hash, line } of lines) {
      const entries = last.seq - root.seq;
      if (seq !== last.seq + 1) return report(entries, { seq: last.seq + 1, breach: 'missing' });
      if (hashOf(last.hash, line) !== hash) return report(entries, { seq, breach: 'changed' });
      if (expected !== null && isOther(expected, { seq, hash }))
        return report(entries, { seq, breach: 'changed' });
      last = { seq, hash };
    }
    if (lines.length < LINES_AT_ONCE) break;
  }
  const entries = last.seq - root.seq;
  if (last.seq !== head.seq || last.hash !== head.hash)
    return report(entries, { seq: last.seq + 1, breach: 'cut-off' });
  if (expected !== null && expected.seq > head.seq)
    return report(entries, { seq: head.seq + 1, breach: 'cut-off' });
  return report(entries, null);
}

const isOther = (expected: ChainHead, found: ChainHead): boolean =>
  expected.seq === found.seq && expected.hash !== found.hash;

/** What was removed is told by a line of the chain itself, with the hash that the anchor has. */
async function anchorHolds(database: Queryable, code: string): Promise<boolean> {
  const anchor = await selectAnchor(database, code);
  if (anchor === null) return true;
  const line = await selectPruneLine(database, code, anchor.seq);
  return line?.hash === anchor.hash;
}
