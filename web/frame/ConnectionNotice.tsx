import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { noteAnswered, useLostConnection } from '../state/connection.ts';
import { useWaiting } from '../state/turn.ts';
import { useView } from '../state/use-view.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

const WaitNotice = lazy(() => import('./WaitNotice.tsx'));

const TRY_AGAIN_MILLIS = 15_000;

/** Says that the server cannot be reached, of when the screen is, and what that means; tries again. */
export function ConnectionNotice() {
  const words = useWords();
  const say = words.frame.connection;
  const lost = useLostConnection();
  // What is reported there waits on the device and is sent later.
  const keepsReports = useView(({ place }) => place === 'response');
  const waiting = useWaiting();
  const [isTrying, setTrying] = useState(false);
  const queryClient = useQueryClient();
  const tryAgain = useCallback(async () => {
    setTrying(true);
    try {
      // Whatever the server says, it is there.
      await fetch('/api/municipalities', { cache: 'no-store' });
      noteAnswered();
      await queryClient.refetchQueries({ type: 'active' });
    } catch {
      // The notice stays.
    } finally {
      setTrying(false);
    }
  }, [queryClient]);
  const isLost = lost !== null;
  useEffect(() => {
    if (!isLost) return;
    const timer = setInterval(() => void tryAgain(), TRY_AGAIN_MILLIS);
    const onOnline = () => void tryAgain();
    addEventListener('online', onOnline);
    return () => {
      clearInterval(timer);
      removeEventListener('online', onOnline);
    };
  }, [isLost, tryAgain]);
  return (
    <div role="status">
      {waiting !== null && (
        <Suspense>
          <WaitNotice messages={waiting} />
        </Suspense>
      )}
      {lost !== null && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b-2 border-caution-line bg-caution-soft px-4 py-1.5 text-caution">
          <Icon name="warning" className="size-6" />
          <p className="min-w-52 flex-1 basis-52 leading-normal">
            <b>{say.lost}</b>{' '}
            {say.shown(words.moment(new Date(lost.oldestKeptAt ?? lost.since).toISOString()))}{' '}
            {!keepsReports && say.notSaved}
          </p>
          <Button isDisabled={isTrying} onPress={() => void tryAgain()}>
            {isTrying ? say.trying : say.retry}
          </Button>
        </div>
      )}
    </div>
  );
}
