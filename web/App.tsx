import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { useMay } from './api/access.ts';
import { municipalitiesQuery } from './api/queries.ts';
import { DisasterBanner } from './features/disaster/DisasterBanner.tsx';
import { ConnectionNotice } from './frame/ConnectionNotice.tsx';
import { Desk } from './frame/Desk.tsx';
import { GuideHint } from './frame/GuideHint.tsx';
import { Rail } from './frame/Rail.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { WaitingEdits } from './frame/WaitingEdits.tsx';
import { useWords } from './i18n/use-words.ts';
import { fetchMapAhead } from './map/load-map-view.ts';
import { lastMunicipality, rememberMunicipality } from './state/last-municipality.ts';
import { changeView, useView } from './state/use-view.ts';
import { LoadError } from './ui/LoadError.tsx';
import { SkeletonLines } from './ui/Skeleton.tsx';
import { UndoBar } from './ui/UndoBar.tsx';

// One's own account needs no municipality.
const AccountPlace = lazy(() => import('./features/account/AccountPlace.tsx'));

const NoMunicipality = lazy(() => import('./frame/NoMunicipality.tsx'));

const NONE: readonly MunicipalityView[] = [];

/** The frame. Where the address names no municipality it opens the only one, or the one used last. */
export function App() {
  const words = useWords();
  const code = useView((view) => view.municipality);
  const isOwnAccount = useView((view) => view.place === 'account');
  const may = useMay();
  const query = useQuery(municipalitiesQuery());
  const municipalities = query.data?.municipalities ?? NONE;
  const current = municipalities.find((candidate) => candidate.code === code) ?? null;

  const hasMap = may('places');
  useEffect(() => {
    // Beside the answer that tells which municipality it shows.
    if (hasMap) fetchMapAhead();
  }, [hasMap]);
  useEffect(() => {
    const opened = firstToOpen(municipalities);
    if (code === null && opened !== null) changeView({ municipality: opened }, 'replace');
  }, [code, municipalities]);
  useEffect(() => {
    if (current !== null) rememberMunicipality(current.code);
  }, [current]);
  useEffect(() => {
    document.title = [current?.name, words.frame.appName].filter(Boolean).join(words.dot);
  }, [current, words]);

  return (
    <div className="flex h-full flex-col">
      <TopBar municipalities={municipalities} current={current} />
      <ConnectionNotice />
      {current !== null && <DisasterBanner key={current.code} code={current.code} />}
      <div className="flex min-h-0 flex-1 max-sm:flex-col-reverse">
        <Rail code={current?.code ?? null} />
        {current !== null ? (
          <Desk municipality={current} />
        ) : (
          <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
            <Suspense fallback={<SkeletonLines count={8} className="p-6" />}>
              {isOwnAccount ? (
                <AccountPlace />
              ) : query.isError ? (
                <LoadError error={query.error} onRetry={() => void query.refetch()} />
              ) : query.isSuccess && (code !== null || firstToOpen(municipalities) === null) ? (
                <NoMunicipality unknownCode={code} municipalities={municipalities} />
              ) : (
                <SkeletonLines count={8} className="p-6" />
              )}
            </Suspense>
          </main>
        )}
      </div>
      {may('people.see') && <GuideHint />}
      <WaitingEdits />
      <UndoBar />
    </div>
  );
}

function firstToOpen(municipalities: readonly MunicipalityView[]): string | null {
  const last = lastMunicipality();
  const wanted =
    municipalities.length === 1
      ? municipalities
      : municipalities.filter(({ code }) => code === last);
  return wanted[0]?.code ?? null;
}
