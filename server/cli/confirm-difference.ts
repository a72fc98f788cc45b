import { createInterface } from 'node:readline/promises';
import type { DatasetDifference } from '#contract/dataset';
import { differenceText } from './import-report-text.ts';
import type { Say } from './language.ts';

/**
 * On a terminal, shows what a roster would change and asks; a script is told the same in the report and
 * looks first with --dry-run.
 */
export function confirmDifference(
  say: Say,
  clear: () => void,
): ((difference: DatasetDifference) => Promise<boolean>) | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (difference) => {
    clear();
    process.stderr.write(`${differenceText(difference, say, 'roster')}\n`);
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await terminal.question(
      say({ ja: '適用しますか? [y/N] ', en: 'Apply? [y/N] ' }),
    );
    terminal.close();
    return /^(?:y|yes|はい)$/i.test(answer.trim());
  };
}
