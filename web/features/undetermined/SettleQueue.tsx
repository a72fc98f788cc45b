import { useQuery } from '@tanstack/react-query';
import { residentQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution, EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { PersonToSettle } from './PersonToSettle.tsx';
import { useSettleKeys } from './use-settle-keys.ts';
import { useSettling } from './use-settling.ts';

/** Positions that leave the judgement open, settled one after another, by the keyboard alone. */
export default function SettleQueue({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.peopleDesk.settle;
  const settling = useSettling(code);
  const selection = useView((view) => view.selection);
  const id = selection?.kind === 'resident' ? selection.id : null;
  const resident = useQuery({ ...residentQuery(code, id ?? ''), enabled: id !== null });
  const { open, people, place } = settling;
  // At hand also while the next person is on the way.
  useSettleKeys({ next: () => settling.go(1), previous: () => settling.go(-1) });
  if (open.isError) return <LoadError error={open.error} onRetry={() => void open.refetch()} />;
  if (open.data === undefined) return <SkeletonLines count={9} className="p-4" />;
  if (people.length === 0)
    return (
      <EmptyState title={say.empty.title} text={say.empty.text}>
        <Button variant="primary" onPress={() => changeView({ task: 'list' })}>
          {say.empty.action}
        </Button>
      </EmptyState>
    );
  const { settled } = open.data;
  const all = settled + people.length;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
      <h2 className="text-18 font-bold">{say.title}</h2>
      <div className="flex flex-col gap-1">
        <p className="number" aria-live="polite">
          {say.progress(formatNumber(settled), formatNumber(all))}
        </p>
        <progress
          aria-label={say.title}
          className="h-2 w-full accent-action"
          value={settled}
          max={all}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button onPress={() => settling.go(-1)}>{say.previous}</Button>
        <Button onPress={() => settling.go(1)}>{say.next}</Button>
        <span className="number text-14 text-ink-soft">
          {place < 0 ? '' : `${place + 1} / ${formatNumber(people.length)}`}
        </span>
      </div>
      {settling.problem !== null && <Caution>{say[settling.problem]}</Caution>}
      {resident.data !== undefined && (place >= 0 || settling.isPlacing) ? (
        <PersonToSettle
          key={resident.data.id}
          code={code}
          resident={resident.data}
          settling={settling}
        />
      ) : (
        <SkeletonLines count={5} />
      )}
      <p className="text-14 text-ink-soft">{say.keys}</p>
    </div>
  );
}
