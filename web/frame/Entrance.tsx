import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef } from 'react';
import type { SessionView } from '#contract/account';
import { sessionQuery } from '../api/session.ts';
import { SignInAgain } from '../features/account/SignInAgain.tsx';
import { useWords } from '../i18n/use-words.ts';
import { setEditorName } from '../state/editor-name.ts';
import { holderOf } from '../state/holder.ts';
import { hearOtherWindows, tellOtherWindows } from '../state/other-windows.ts';
import { LoadError } from '../ui/LoadError.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import { watchPresence } from './watch-presence.ts';

// Whoever is signed in does not need it.
const AskWho = lazy(() => import('./AskWho.tsx'));

/** Lets in who is signed in, and asks everybody else who they are. */
export function Entrance({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const say = words.account;
  const query = useQuery(sessionQuery());
  const queryClient = useQueryClient();
  const session = query.data;
  const account = session?.account ?? null;
  useOtherWindows(
    account === null || session?.needsSecondFactor === true ? null : holderOf(account),
  );
  const enter = useCallback(
    (entered: SessionView) => queryClient.setQueryData(sessionQuery().queryKey, entered),
    [queryClient],
  );
  const isInside =
    session?.account != null && !session.needsSecondFactor && !session.account.mustChangePassword;
  const idleMinutes = session?.idleMinutes;
  useEffect(() => {
    if (isInside && idleMinutes !== undefined) return watchPresence(queryClient, idleMinutes);
    return;
  }, [isInside, idleMinutes, queryClient]);
  useEffect(() => {
    if (isInside) return;
    document.title = [say.signIn.title, words.frame.appName].join(words.dot);
  }, [isInside, say, words]);
  const ownName = session?.account?.displayName ?? '';
  // Who changes something is who is signed in; it can still be put down for somebody else.
  useEffect(() => setEditorName(ownName), [ownName]);

  if (session === undefined)
    return (
      <EntrancePage title={query.isError ? words.frame.errors.title : null}>
        {query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={6} />
        )}
      </EntrancePage>
    );
  if (isInside)
    return (
      <>
        {children}
        <SignInAgain />
      </>
    );
  return (
    <Suspense
      fallback={
        <EntrancePage title={null}>
          <SkeletonLines count={6} />
        </EntrancePage>
      }
    >
      <AskWho session={session} onEntered={enter} />
    </Suspense>
  );
}

/** One browser, one account in one role: windows of another one start anew, and leave together. */
function useOtherWindows(holder: string | null): void {
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (holder === null || told.current === holder) return;
    told.current = holder;
    tellOtherWindows({ kind: 'signed-in', holder });
  }, [holder]);
  useEffect(
    () =>
      hearOtherWindows((news) => {
        if (news.kind === 'signed-out' && holder !== null) location.replace('/');
        if (news.kind === 'signed-in' && news.holder !== holder) location.reload();
      }),
    [holder],
  );
}
