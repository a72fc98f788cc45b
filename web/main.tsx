import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ApiError } from './api/client.ts';
import { CrashNotice } from './frame/CrashNotice.tsx';
import { Entrance } from './frame/Entrance.tsx';
import { loadLanguage } from './i18n/use-words.ts';
import { fetchMapAhead } from './map/load-map-view.ts';
import { tidyAnswers } from './offline/kept-answers.ts';
import { registerServiceWorker } from './offline/register.ts';
import { lastMunicipality } from './state/last-municipality.ts';
import { changePreferences, currentPreferences, usePreferences } from './state/preferences.ts';
import '@fontsource-variable/noto-sans-jp';
import './styles/app.css';

const MOST_RETRIES = 2;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // An answer of the server is final; silence is tried again.
      retry: (failures, error) =>
        error instanceof ApiError && error.status === 0 && failures < MOST_RETRIES,
      refetchOnWindowFocus: false,
      // Without a network there is what was kept: nothing waits for the browser to call itself online.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

function Root() {
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-GB'}>
      <CrashNotice>
        <Entrance>
          <App />
        </Entrance>
      </CrashNotice>
    </I18nProvider>
  );
}

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');
const root = createRoot(container);
void loadLanguage(currentPreferences().language)
  // Without a network the other language may be out of reach: then the screen speaks Japanese.
  .catch(() => changePreferences({ language: 'ja' }))
  .finally(() =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <Root />
        </QueryClientProvider>
      </StrictMode>,
    ),
  );

// Somebody has worked here before: the map is wanted as soon as it is known who it is.
if (lastMunicipality() !== null) fetchMapAhead();
registerServiceWorker();
void tidyAnswers();
