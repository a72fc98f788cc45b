import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { planReviewsQuery, REVIEW_PAGE_SIZE } from '../../../api/plans.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { EmptyState } from '../../../ui/Notice.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import type { PlansView } from '../plans-view.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewItem } from './ReviewItem.tsx';
import { useConfirm } from './use-confirm.ts';
import { useOpenId } from './use-open-id.ts';

/** Plans that are no longer sure to be true: why, and one click where they still are. */
export function ReviewQueue(props: { readonly code: string; readonly view: PlansView }) {
  const { code, view } = props;
  const say = usePlanWords().reviews;
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = useQuery(planReviewsQuery(code, { ...view, page }));
  const confirm = useConfirm(code);
  const queue = query.data;
  const openId = useOpenId();
  const list = useRef<HTMLUListElement>(null);
  const place = queue?.marks.findIndex(({ id }) => id === openId) ?? -1;
  const isShown = queue?.rows.some(({ id }) => id === openId) === true;
  // Whoever is chosen on the map is brought into sight, on whichever page they are.
  useEffect(() => {
    if (place >= 0) setPage(Math.floor(place / REVIEW_PAGE_SIZE));
  }, [place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each other one, once it is there
  useEffect(() => {
    if (isShown)
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [openId, isShown]);
  if (queue === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={12} className="p-4" />
    );
  const mine = queue.rows.filter(({ isMine }) => isMine);
  const picked = mine.filter(({ id }) => chosen.has(id));
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  const refused = confirm.data?.refused.length ?? 0;
  const isLast = (page + 1) * REVIEW_PAGE_SIZE >= queue.total;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach that
      tabIndex={0}
      aria-label={say.label}
      className="focus-inset min-h-0 flex-1 overflow-y-auto"
    >
      <ReviewHead queue={queue} view={view} onFilter={() => setPage(0)} />
      <div aria-live="polite" className="px-4">
        {refused > 0 && (
          <p className="number font-bold text-error">{say.refused(formatNumber(refused))}</p>
        )}
        <Refusal error={confirm.error} />
      </div>
      {queue.rows.length === 0 && (
        <EmptyState title={queue.waiting === 0 ? say.none : say.noneOfReason} text={say.noneText} />
      )}
      {mine.length > 0 && (
        <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-1">
          <Checkbox
            label={say.chooseAll}
            isChecked={picked.length === mine.length}
            onChange={(isChosen) =>
              choose(
                mine.map(({ id }) => id),
                isChosen,
              )
            }
          />
          {picked.length > 0 && (
            <Button
              variant="primary"
              isDisabled={confirm.isPending}
              onPress={() => confirm.mutate(picked)}
            >
              {say.confirmChosen(formatNumber(picked.length))}
            </Button>
          )}
        </div>
      )}
      <ul ref={list}>
        {queue.rows.map((row) => (
          <ReviewItem
            key={row.id}
            row={row}
            isOpen={row.id === openId}
            isChosen={chosen.has(row.id)}
            isBusy={confirm.isPending}
            onChoose={(isChosen) => choose([row.id], isChosen)}
            onConfirm={() => confirm.mutate([row])}
          />
        ))}
      </ul>
      {(page > 0 || !isLast) && (
        <div className="flex justify-between p-4">
          <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            {say.previous}
          </Button>
          <Button isDisabled={isLast} onPress={() => setPage(page + 1)}>
            {say.next}
          </Button>
        </div>
      )}
    </section>
  );
}
