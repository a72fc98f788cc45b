import { useQuery } from '@tanstack/react-query';
import { residentPageQuery } from '../../api/queries.ts';
import { useAccount } from '../../api/session.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { FIRST_VIEW, type ResidentFilters } from '../../state/view-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { PersonButtons } from './PersonButtons.tsx';

const SHOWN = 5;
const NO_FILTERS: ResidentFilters = {};
const { sort } = FIRST_VIEW;

/** The first of those who come first, and the way to all of them. */
export function FirstPeople({ code }: { readonly code: string }) {
  const words = useWords();
  // Who helps a few is shown all of them, whatever tier they are of.
  const isOwn = useAccount()?.role === 'supporter';
  const say = isOwn ? words.start.own : words.start.first;
  const filters = isOwn ? NO_FILTERS : FIRST_VIEW.filters;
  // The same page as the list's, so that opening that asks for nothing anew.
  const page = useQuery(residentPageQuery(code, { filters, sort }, 0));
  return (
    <section className="flex flex-col gap-2" aria-labelledby="start-first">
      <h3 id="start-first" className="text-18 font-bold">
        {say.title}
      </h3>
      {page.data === undefined ? (
        page.isError ? (
          <LoadError error={page.error} onRetry={() => void page.refetch()} />
        ) : (
          <SkeletonLines count={5} className="" />
        )
      ) : page.data.total === 0 ? (
        <p className="text-ink-soft">{isOwn ? words.start.noOwn : words.start.noFirst}</p>
      ) : (
        <>
          <PersonButtons people={page.data.rows.slice(0, SHOWN)} />
          <button
            type="button"
            className="inline-flex min-h-11 items-center gap-1 self-start rounded-8 px-1 text-action underline underline-offset-4 hover:bg-action-soft"
            onClick={() => changeView({ place: 'map', filters, sort })}
          >
            {say.all(formatNumber(page.data.total))}
            <Icon name="right" className="size-4" />
          </button>
        </>
      )}
    </section>
  );
}
