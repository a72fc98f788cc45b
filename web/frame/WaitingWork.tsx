import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { WaitingWork as Waiting } from '#contract/waiting-work';
import { waitingWorkQuery } from '../api/waiting-work.ts';
import { FIRST_DRILLS_VIEW, formatDrillsView } from '../features/drills/drills-view.ts';
import { FIRST_PLANS_VIEW, formatPlansView } from '../features/plans/plans-view.ts';
import { waitingWork as english } from '../i18n/en/waiting-work.ts';
import { formatNumber } from '../i18n/format.ts';
import { waitingWork as japanese } from '../i18n/ja/waiting-work.ts';
import { useWords } from '../i18n/use-words.ts';
import { FIRST_RELAY_VIEW, formatRelayView } from '../state/relay-view.ts';
import { changeView } from '../state/use-view.ts';
import type { ViewState } from '../state/view-state.ts';
import { LoadError } from '../ui/LoadError.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';

interface Line {
  readonly key: string;
  readonly text: ReactNode;
  readonly opens: Partial<ViewState>;
}

/** What of plans, relay sheets and drills waits for whoever looks; each line opens its list. */
export default function WaitingWork({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.language === 'en' ? english : japanese;
  const query = useQuery(waitingWorkQuery(code));
  return (
    <section aria-labelledby="start-waiting" className="flex flex-col gap-1">
      <h3 id="start-waiting" className="text-18 font-bold">
        {say.title}
      </h3>
      {query.isPending && <SkeletonLines count={3} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Lines lines={linesOf(query.data)} none={say.none} />}
    </section>
  );

  function linesOf({ plans, relay, drill }: Waiting): Line[] {
    const lines: Line[] = [];
    const add = (
      count: number | undefined,
      text: (count: string) => string,
      opens: Line['opens'],
    ) => {
      if (count !== undefined && count > 0)
        lines.push({ key: text('0'), text: text(formatNumber(count)), opens });
    };
    add(plans?.reviewDue, say.reviews, {
      place: 'plans',
      plans: formatPlansView({ ...FIRST_PLANS_VIEW, tab: 'reviews' }),
    });
    add(relay?.overdue, say.overdue, {
      place: 'relay',
      relay: formatRelayView({ ...FIRST_RELAY_VIEW, box: 'all', isOverdue: true }),
    });
    add(relay?.toAnswer, say.toAnswer, { place: 'relay', relay: null });
    if (drill !== null)
      lines.push({
        key: 'drill',
        // Its title is what the city wrote, in whatever language the screen is.
        text: (
          <>
            {drill.isRunning ? say.running : say.drill(words.date(drill.date))}{' '}
            <span lang="ja">{drill.title}</span>
          </>
        ),
        opens: {
          place: 'drills',
          drills: formatDrillsView({
            ...FIRST_DRILLS_VIEW,
            drill: drill.id,
            tab: drill.isRunning ? 'run' : 'plan',
          }),
        },
      });
    return lines;
  }
}

function Lines({ lines, none }: { readonly lines: readonly Line[]; readonly none: string }) {
  if (lines.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <ul>
      {lines.map(({ key, text, opens }) => (
        <li key={key}>
          <button
            type="button"
            className="min-h-11 rounded-8 px-1 text-left text-action underline underline-offset-4 hover:bg-action-soft"
            onClick={() => changeView(opens)}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
