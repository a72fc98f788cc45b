import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { municipalitiesQuery } from './api/queries.ts';
import { NewMunicipality } from './features/municipality/NewMunicipality.tsx';
import { Desk } from './frame/Desk.tsx';
import { Rail } from './frame/Rail.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { useWords } from './i18n/use-words.ts';
import { changeView, useView } from './state/use-view.ts';
import { LoadError } from './ui/LoadError.tsx';
import { EmptyState } from './ui/Notice.tsx';
import { SkeletonLines } from './ui/Skeleton.tsx';

/** The frame. Opens with the first municipality where the address names none. */
export function App() {
  const words = useWords();
  const code = useView((view) => view.municipality);
  const query = useQuery(municipalitiesQuery());
  const municipalities = query.data?.municipalities ?? [];
  const current = municipalities.find((candidate) => candidate.code === code) ?? null;
  const firstCode = municipalities[0]?.code;

  useEffect(() => {
    if (current === null && firstCode !== undefined)
      changeView({ municipality: firstCode }, 'replace');
  }, [current, firstCode]);
  useEffect(() => {
    document.title = [current?.name, words.frame.appName].filter(Boolean).join(' ・ ');
  }, [current, words]);

  return (
    <div className="flex h-full flex-col">
      <TopBar municipalities={municipalities} current={current} />
      <div className="flex min-h-0 flex-1 max-sm:flex-col-reverse">
        <Rail />
        {current !== null ? (
          <Desk municipality={current} />
        ) : (
          <main id="main" tabIndex={-1} className="flex-1">
            {query.isError ? (
              <LoadError error={query.error} onRetry={() => void query.refetch()} />
            ) : query.isSuccess && municipalities.length === 0 ? (
              <EmptyState
                title={words.frame.noMunicipality.title}
                text={words.frame.noMunicipality.text}
              >
                <NewMunicipality />
              </EmptyState>
            ) : (
              <SkeletonLines count={8} className="p-6" />
            )}
          </main>
        )}
      </div>
    </div>
  );
}
