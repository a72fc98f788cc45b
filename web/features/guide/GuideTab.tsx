import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { guideOf } from '#domain/access/guide';
import { guideReadingQuery, recordGuideReading } from '../../api/guide.ts';
import { useWords } from '../../i18n/use-words.ts';
import { orderPrint } from '../../state/print-order.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { useGuideWords } from './use-guide-words.ts';

/** What may be done with what is seen, in plain words, made from the table of roles; reading it is recorded. */
export default function GuideTab() {
  const words = useWords();
  const say = useGuideWords();
  const queryClient = useQueryClient();
  const query = useQuery(guideReadingQuery());
  const record = useMutation({
    mutationFn: recordGuideReading,
    onSuccess: (reading) => queryClient.setQueryData(guideReadingQuery().queryKey, reading),
  });
  const reading = query.data;
  if (reading === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={9} className="p-4" />
    );
  if (reading.role === 'system') return <p className="p-4">{say.operator}</p>;
  return (
    <article aria-label={say.title} className="flex max-w-3xl flex-col gap-5 p-4">
      <div className="not-printed flex flex-wrap justify-between gap-2">
        <p className="min-w-0 flex-1">{say.intro}</p>
        <Button className="self-start" onPress={orderPrint}>
          <Icon name="print" />
          {say.print}
        </Button>
      </div>
      {guideOf(reading.role).map(({ id, title, text, points }) => (
        <section key={id} aria-labelledby={`guide-${id}`} className="flex flex-col gap-2">
          <h3 id={`guide-${id}`} className="text-18 font-bold">
            {words.pick(title)}
          </h3>
          {text !== null && <p>{words.pick(text)}</p>}
          <ul className="list-disc pl-6">
            {points.map((point) => (
              <li key={point.ja}>{words.pick(point)}</li>
            ))}
          </ul>
        </section>
      ))}
      <p className="text-14 text-ink-soft">
        {say.table}{' '}
        <button
          type="button"
          className="not-printed min-h-6 underline underline-offset-4"
          onClick={() => changeView({ place: 'access', relay: null })}
        >
          {say.openTable}
        </button>
      </p>
      <p role="status" className="number text-14 text-ink-soft">
        {reading.readAt !== null && say.readAt(words.moment(reading.readAt))}{' '}
        {say.version(String(reading.version))}
      </p>
      <Refusal error={record.error} />
      {reading.isDue && (
        <Button
          variant="primary"
          className="not-printed self-start"
          isDisabled={record.isPending}
          onPress={() => record.mutate(reading.version)}
        >
          {say.read}
        </Button>
      )}
    </article>
  );
}
