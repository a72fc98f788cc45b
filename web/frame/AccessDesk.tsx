import { lazy, Suspense } from 'react';
import AccessPlace from '../features/access/AccessPlace.tsx';
import { useGuideWords } from '../features/guide/use-guide-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { parseRelayView } from '../state/relay-view.ts';
import { changeView, useView } from '../state/use-view.ts';
import { SkeletonLines } from '../ui/Skeleton.tsx';

const GuideTab = lazy(() => import('../features/guide/GuideTab.tsx'));

/** What I see, and what may be done with it: there for every role, whatever else it may open. */
export default function AccessDesk() {
  const words = useWords();
  const say = useGuideWords();
  const isGuide = useView(({ relay }) => parseRelayView(relay).tab === 'guide');
  const tabs = [
    { isChosen: !isGuide, text: words.access.title, relay: null },
    { isChosen: isGuide, text: say.title, relay: 'b.guide' },
  ];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <fieldset
        aria-label={say.tabs}
        className="not-printed flex flex-wrap border-b border-line px-4"
      >
        {tabs.map(({ isChosen, text, relay }) => (
          <button
            key={text}
            type="button"
            aria-pressed={isChosen}
            className={`focus-inset min-h-11 border-b-4 px-3 ${
              isChosen
                ? 'border-action font-bold text-action'
                : 'border-transparent hover:bg-surface-soft'
            }`}
            onClick={() => changeView({ relay })}
          >
            {text}
          </button>
        ))}
      </fieldset>
      {isGuide ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <h2 className="px-4 pt-4 text-24 font-bold">{say.title}</h2>
          <Suspense fallback={<SkeletonLines count={9} className="p-6" />}>
            <GuideTab />
          </Suspense>
        </div>
      ) : (
        <AccessPlace />
      )}
    </div>
  );
}
