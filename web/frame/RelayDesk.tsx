import { lazy, Suspense } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { useRelayWords } from '../features/relay/use-relay-words.ts';
import { changeRelayView, RELAY_TABS, useRelayView } from '../state/relay-view.ts';
import { SkeletonLines } from '../ui/Skeleton.tsx';

const SheetsTab = lazy(() => import('../features/relay/SheetsTab.tsx'));

const ResourcesTab = lazy(() => import('../features/resources/ResourcesTab.tsx'));
const GuideTab = lazy(() => import('../features/guide/GuideTab.tsx'));

/** Relay sheets first; resources of the neighbourhood and the guide to personal data beside them. */
export default function RelayDesk({ municipality }: { readonly municipality: MunicipalityView }) {
  const { code } = municipality;
  const say = useRelayWords();
  const view = useRelayView();
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-relay={view.tab}>
      <header className="border-b border-line px-4 pt-2">
        <h2 className="text-20 font-bold">{say.title}</h2>
        <fieldset aria-label={say.tabs.label} className="flex flex-wrap">
          {RELAY_TABS.map((tab) => (
            <button
              key={tab}
              type="button"
              aria-pressed={tab === view.tab}
              className={`focus-inset min-h-11 border-b-4 px-2.5 ${
                tab === view.tab
                  ? 'border-action font-bold text-action'
                  : 'border-transparent hover:bg-surface-soft'
              }`}
              onClick={() => changeRelayView({ tab, sheet: null, resource: null })}
            >
              {say.tabs[tab]}
            </button>
          ))}
        </fieldset>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Suspense fallback={<SkeletonLines count={9} className="p-4" />}>
          {view.tab === 'resources' ? (
            <ResourcesTab code={code} />
          ) : view.tab === 'guide' ? (
            <GuideTab />
          ) : (
            <SheetsTab code={code} />
          )}
        </Suspense>
      </div>
    </div>
  );
}
