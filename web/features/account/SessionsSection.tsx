import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endSession, sessionsQuery } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

/** Where this account is signed in, this device first; each of the others can be ended. */
export function SessionsSection() {
  const words = useWords();
  const say = words.account.sessions;
  const query = useQuery(sessionsQuery());
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await endSession(id);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery().queryKey }),
  });
  const sessions = [...(query.data?.sessions ?? [])].sort(
    (a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines count={3} />}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {sessions.map(({ id, agent, address, begunAt, lastSeenAt, isCurrent }) => (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-bold">
                {agent ?? say.unknownAgent}
                {isCurrent && (
                  <span className="ml-3 rounded-4 bg-surface-strong px-2 py-0.5 text-14">
                    {say.current}
                  </span>
                )}
              </p>
              <p className="text-14 text-ink-soft">
                {say.begun(words.moment(begunAt))}
                {words.dot}
                {say.lastSeen(words.moment(lastSeenAt))}
                {address !== null && `${words.dot}${address}`}
              </p>
            </div>
            {!isCurrent && (
              <Button
                aria-label={`${say.endNamed(agent ?? say.unknownAgent)} ${words.moment(begunAt)}`}
                isDisabled={end.isPending}
                onPress={() => end.mutate([id])}
              >
                {say.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <Button
          className="w-fit"
          isDisabled={end.isPending}
          onPress={() => end.mutate(others.map(({ id }) => id))}
        >
          {say.endOthers}
        </Button>
      )}
      <Refusal error={end.error} />
      <p role="status" className="empty:hidden">
        {end.isSuccess ? say.ended : ''}
      </p>
    </section>
  );
}
