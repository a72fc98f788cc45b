import { lazy, Suspense } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { useMay } from '../api/access.ts';
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
  const may = useMay();
  // Whoever sees no sheets finds resources here; the guide of every role stands under 見え方.
  const tabs = may('relay.see') ? RELAY_TABS : (['resources'] as const);
  const tab = tabs.find((one) => one === view.tab) ?? tabs[0];
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-relay={tab}>
      <header className="border-b border-line px-4 pt-2">
        <h2 className="text-20 font-bold">{tabs.length > 1 ? say.title : say.tabs.resources}</h2>
        {tabs.length > 1 && (
          <fieldset aria-label={say.tabs.label} className="flex flex-wrap">
            {tabs.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === tab}
                className={`focus-inset min-h-11 border-b-4 px-2.5 ${
                  one === tab
                    ? 'border-action font-bold text-action'
                    : 'border-transparent hover:bg-surface-soft'
                }`}
                onClick={() => changeRelayView({ tab: one, sheet: null, resource: null })}
              >
                {say.tabs[one]}
              </button>
            ))}
          </fieldset>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Suspense fallback={<SkeletonLines count={9} className="p-4" />}>
          {tab === 'resources' ? (
            <ResourcesTab code={code} />
          ) : tab === 'guide' ? (
            <GuideTab />
          ) : (
            <SheetsTab code={code} />
          )}
        </Suspense>
      </div>
    </div>
  );
}
