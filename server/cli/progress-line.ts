import type { Progress } from '../services/context.ts';
import type { Say } from './language.ts';

const PHASES = {
  reading: { ja: '読み込み', en: 'Reading' },
  comparing: { ja: '比較', en: 'Comparing' },
  previewing: { ja: '判定への影響', en: 'Previewing' },
  applying: { ja: '適用', en: 'Applying' },
  assessing: { ja: '区域判定', en: 'Checking' },
  ranking: { ja: '優先順位', en: 'Ranking' },
} as const;

const EVERY_MILLIS = 100;

/** One line on a terminal that keeps up with the work; nothing where standard error is a file. */
export function progressLine(say: Say): {
  show(progress: Progress): void;
  clear(): void;
} {
  if (!process.stderr.isTTY) return { show: () => {}, clear: () => {} };
  let shownAt = 0;
  let phase = '';
  return {
    show: (progress) => {
      const now = performance.now();
      if (progress.phase === phase && now - shownAt < EVERY_MILLIS) return;
      shownAt = now;
      phase = progress.phase;
      const { done, total } = progress;
      const amount =
        total !== null && total > 0
          ? ` ${Math.floor((100 * done) / total)} %`
          : done > 0
            ? ` ${done}`
            : '';
      process.stderr.write(`\r\u001b[K${say(PHASES[progress.phase])}${amount}`);
    },
    clear: () => process.stderr.write('\r\u001b[K'),
  };
}
