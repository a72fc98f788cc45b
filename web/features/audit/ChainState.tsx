import { useQuery } from '@tanstack/react-query';
import { auditStateQuery } from '../../api/audit.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

export function ChainState({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.audit.chain;
  const query = useQuery(auditStateQuery(code));
  const state = query.data;
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      {state === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={3} />
        )
      ) : (
        <>
          <p role="status" className={state.brokenAt === null ? '' : 'font-bold text-danger'}>
            {state.brokenAt === null
              ? say.holds(formatNumber(state.entries))
              : say.broken(formatNumber(state.brokenAt))}
          </p>
          <p className="text-14 break-all">
            {say.head}: <span className="font-mono">{`${state.head.seq}:${state.head.hash}`}</span>
          </p>
          <p className="text-14 text-ink-soft">{say.headHint}</p>
          <p className="text-14 text-ink-soft">
            {say.retention(formatNumber(state.retentionDays))}{' '}
            {state.pruned !== null &&
              say.pruned(formatNumber(state.pruned.throughSeq), words.moment(state.pruned.at))}
          </p>
          <Button
            className="w-fit"
            isDisabled={query.isFetching}
            onPress={() => void query.refetch()}
          >
            {say.again}
          </Button>
        </>
      )}
    </section>
  );
}
