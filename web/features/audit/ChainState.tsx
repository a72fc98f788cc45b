import { useMutation, useQuery } from '@tanstack/react-query';
import { auditStateQuery, checkAudit } from '../../api/audit.ts';
import { formatNumber } from '../../i18n/format.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { useAuditWords } from './use-audit-words.ts';

export function ChainState({ code }: { readonly code: string }) {
  const words = useAuditWords();
  const say = words.audit.chain;
  const query = useQuery(auditStateQuery(code));
  const state = query.data;
  // Reckons every line of the log anew: only when it is asked for.
  const check = useMutation({ mutationFn: () => checkAudit(code) });
  const found = check.data;
  const head = found?.head ?? state?.head;
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      {state === undefined || head === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={3} />
        )
      ) : (
        <>
          <div role="status">
            {found !== undefined && (
              <p className={found.brokenAt === null ? '' : 'font-bold text-danger'}>
                {found.brokenAt === null
                  ? say.holds(formatNumber(found.entries))
                  : say.broken(formatNumber(found.brokenAt))}
              </p>
            )}
          </div>
          {check.isError && <LoadError error={check.error} />}
          <p className="text-14 break-all">
            {say.head}: <span className="font-mono">{`${head.seq}:${head.hash}`}</span>
          </p>
          <p className="text-14 text-ink-soft">{say.headHint}</p>
          <p className="text-14 text-ink-soft">
            {say.retention(formatNumber(state.retentionDays))}{' '}
            {state.pruned !== null &&
              say.pruned(formatNumber(state.pruned.throughSeq), words.moment(state.pruned.at))}
          </p>
          <Button className="w-fit" isDisabled={check.isPending} onPress={() => check.mutate()}>
            {check.isPending ? say.checking : found === undefined ? say.check : say.again}
          </Button>
        </>
      )}
    </section>
  );
}
