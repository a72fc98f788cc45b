import type { Queryable } from '../../db/database.ts';
import { selectChainLines, selectHead, selectRoot } from '../../db/queries/audit/audit-chain.ts';
import { LINES_AT_ONCE } from './verify-chain.ts';

/**
 * The chain as lines of JSON: what it rests on, then each line with its hash. Whoever has the file can
 * reckon every hash without the program: sha256 of the hash before, a line break, and `line` as it stands.
 */
export async function* exportChain(
  database: Queryable,
  municipalityCode: string,
): AsyncGenerator<string> {
  const head = await selectHead(database, municipalityCode);
  const root = await selectRoot(database, municipalityCode);
  yield `${JSON.stringify({ municipality: municipalityCode, root, head })}\n`;
  let last = root.seq;
  for (;;) {
    const lines = await selectChainLines(database, municipalityCode, last, head.seq, LINES_AT_ONCE);
    if (lines.length === 0) return;
    for (const { seq, hash, line } of lines) {
      yield `${JSON.stringify({ seq, hash, line })}\n`;
      last = seq;
    }
  }
}
