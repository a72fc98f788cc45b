import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChartReleases } from '#contract/chart';
import { chartReleasesQuery, markWithdrawn, publishMonth } from '../../api/charts.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import type { ChartTabProps } from './ChartsPlace.tsx';
import { monthText } from './figure-text.ts';
import { useChartWords } from './use-chart-words.ts';

/** Older months are published seldom: they come on demand. */
const NEWEST = 3;
const LINK = 'inline-flex min-h-11 items-center text-action underline underline-offset-2';

/** Months that are published as open data, and those that may be. */
export default function PublishTab({ code }: ChartTabProps) {
  const words = useWords();
  const { publish: say } = useChartWords();
  const queryClient = useQueryClient();
  const query = useQuery(chartReleasesQuery(code));
  const show = (now: ChartReleases) =>
    queryClient.setQueryData(chartReleasesQuery(code).queryKey, now);
  const publish = useMutation({
    mutationFn: (month: string) => publishMonth(code, month),
    onSuccess: (now) => void show(now),
  });
  const withdraw = useMutation({
    mutationFn: ({ month, isWithdrawn }: { month: string; isWithdrawn: boolean }) =>
      markWithdrawn(code, month, isWithdrawn),
    onSuccess: (now, { month, isWithdrawn }) => {
      show(now);
      if (isWithdrawn)
        offerUndo({
          text: say.withdrawnText,
          undo: async () => void show(await markWithdrawn(code, month, false)),
        });
    },
  });
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={6} className="p-5" />
    );
  const { open, releases } = query.data;
  const base = `/api/open-data/${code}/charts`;
  const isBusy = publish.isPending || withdraw.isPending;
  const text = (month: string) => monthText(month, words.language);
  return (
    <div className="flex flex-col gap-4 p-5">
      <p>{say.explain}</p>
      <Refusal error={publish.error ?? withdraw.error} />
      <section aria-label={say.releases} className="flex flex-col gap-2">
        <h3 className="text-16 font-bold">{say.releases}</h3>
        {releases.length === 0 && <p>{say.none}</p>}
        <ul className="divide-y divide-line">
          {releases.map(({ month, publishedAt, publishedBy, isWithdrawn }) => (
            <li key={month} className="flex flex-wrap items-center gap-3 py-1">
              <span>
                {text(month)}{' '}
                <span className="text-14">{say.by(publishedBy, words.moment(publishedAt))}</span>
              </span>
              {isWithdrawn ? (
                <span className="text-14">{say.withdrawn}</span>
              ) : (
                ['csv', 'json'].map((ending) => (
                  <a key={ending} className={LINK} href={`${base}/${month}.${ending}`}>
                    {text(month)} {ending.toUpperCase()}
                  </a>
                ))
              )}
              <Button
                isDisabled={isBusy}
                onPress={() => withdraw.mutate({ month, isWithdrawn: !isWithdrawn })}
              >
                {isWithdrawn ? say.offer(text(month)) : say.withdraw(text(month))}
              </Button>
            </li>
          ))}
        </ul>
        <a className={LINK} href={base}>
          {say.catalogue}
        </a>
      </section>
      <section aria-label={say.open} className="flex flex-col gap-2">
        <h3 className="text-16 font-bold">{say.open}</h3>
        {open.length === 0 && <p>{say.noMonths}</p>}
        <Months months={open.slice(0, NEWEST)} isBusy={isBusy} onPublish={publish.mutate} />
        {open.length > NEWEST && (
          <details>
            <summary className="min-h-11 cursor-pointer py-2 text-action">{say.older}</summary>
            <Months months={open.slice(NEWEST)} isBusy={isBusy} onPublish={publish.mutate} />
          </details>
        )}
      </section>
    </div>
  );
}

function Months(props: {
  readonly months: readonly string[];
  readonly isBusy: boolean;
  readonly onPublish: (month: string) => void;
}) {
  const words = useWords();
  const { publish: say } = useChartWords();
  return (
    <ul className="flex flex-col gap-2">
      {props.months.map((month) => (
        <li key={month}>
          <Button isDisabled={props.isBusy} onPress={() => props.onPublish(month)}>
            {say.publish(monthText(month, words.language))}
          </Button>
        </li>
      ))}
    </ul>
  );
}
