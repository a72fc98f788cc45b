import { useEffect, useState } from 'react';
import type { ResponseDetail } from '#contract/response';
import { localDay } from '#domain/local-day';
import { isLate, RESPONSE_STATUS_LABELS, RESPONSE_STATUSES } from '#domain/plan/response';
import { fetchResponseCsv } from '../../api/response.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { orderPrint } from '../../state/print-order.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { CountTables } from './CountTables.tsx';
import { OutboxState } from './OutboxState.tsx';
import { type Shown, ToMoveList } from './ToMoveList.tsx';
import { useResponseWords } from './use-response-words.ts';

const CLOCK_MILLIS = 15_000;

/** For those who direct: figures that move by themselves, who is late, and everybody in order. */
export function Board({
  code,
  detail,
}: {
  readonly code: string;
  readonly detail: ResponseDetail;
}) {
  const words = useWords();
  const say = useResponseWords();
  const now = useNow();
  const [shown, setShown] = useState<Shown>('all');
  const late = detail.people.filter((one) => isLate(one.latestStart, one.status, now));
  const figure = (count: number) => (
    <span className="number text-28 font-bold leading-tight">{formatNumber(count)}</span>
  );
  return (
    <div className="flex flex-col gap-4 p-4">
      <section aria-label={say.counts} className="flex flex-col gap-2">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
          <li>
            <button
              type="button"
              aria-pressed={shown === 'late'}
              className={`flex w-full flex-col rounded-8 border-2 p-2 text-left ${late.length > 0 ? 'border-danger text-danger' : 'border-line'}`}
              onClick={() => setShown(shown === 'late' ? 'all' : 'late')}
            >
              {figure(late.length)}
              <span className="flex items-start gap-1 text-14 font-bold">
                {late.length > 0 && <Icon name="warning" className="mt-0.5 size-4" />}
                {say.late}
              </span>
            </button>
          </li>
          {RESPONSE_STATUSES.map((status) => (
            <li key={status}>
              <button
                type="button"
                aria-pressed={shown === status}
                data-count={status}
                className={`flex h-full w-full flex-col rounded-8 border p-2 text-left ${shown === status ? 'border-2 border-action' : 'border-line'}`}
                onClick={() => setShown(shown === status ? 'all' : status)}
              >
                {figure(detail.counts.all[status])}
                <span className="text-14">{words.pick(RESPONSE_STATUS_LABELS[status])}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="text-14 text-ink-soft">{say.reach}</p>
      </section>
      <OutboxState />
      <div className="not-printed flex flex-wrap gap-2">
        <Button onPress={orderPrint}>
          <Icon name="print" />
          {say.print}
        </Button>
        <Button
          onPress={() =>
            void fetchResponseCsv(code, detail.id, words.language).then((file) =>
              saveFile(file, `${detail.kind}-${localDay(new Date(detail.openedAt))}.csv`),
            )
          }
        >
          <Icon name="download" />
          {say.csv}
        </Button>
      </div>
      <CountTables detail={detail} />
      <ToMoveList code={code} detail={detail} now={now} shown={shown} onShow={setShown} />
    </div>
  );
}

/** The time of now, some times a minute: who is late moves with it. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
