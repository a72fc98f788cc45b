import { formatNumber } from '../../../i18n/format.ts';
import type { Words } from '../../../i18n/words.ts';
import type { PlanWords } from '../use-plan-words.ts';
import { type PlanRow, planRowWords } from './plan-row-words.ts';
import { StageBadge } from './StageBadge.tsx';

/** One plan in three lines: who, where it stands and since when, what it waits for. */
export function PlanStrip(props: {
  readonly row: PlanRow;
  readonly words: Words;
  readonly say: PlanWords;
}) {
  const { row, words, say } = props;
  const said = planRowWords(row, words, say);
  return (
    <div className="grid w-full grid-cols-[2.75rem_1fr] items-center gap-x-3">
      <span className="number text-right text-18 leading-none font-bold">
        {formatNumber(row.rank)}
      </span>
      <div className="min-w-0 leading-snug">
        <p className="flex items-baseline gap-2">
          <span className="truncate font-bold">{row.name}</span>
          <span className="shrink-0 text-14 text-ink-soft">{words.terms.tier(row.tier)}</span>
          <span className="ml-auto min-w-0 truncate text-14 text-ink-soft">
            {row.district ?? ''}
          </span>
        </p>
        <p className="flex items-center gap-2 py-0.5 text-14">
          <span className="shrink-0">
            <StageBadge stage={row.stage} />
          </span>
          {said.onRoster !== null && <span className="min-w-0 truncate">{said.onRoster}</span>}
          {said.days !== null && <span className="number text-ink-soft">{said.days}</span>}
        </p>
        <p className={`truncate text-14 ${row.isMine ? 'font-bold text-action' : 'text-ink-soft'}`}>
          {said.review ?? said.next}
        </p>
      </div>
    </div>
  );
}
