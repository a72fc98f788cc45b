import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Retention } from '#contract/retention';
import { DELAY_MINUTES } from '#domain/access/retention';
import { useMay } from '../../api/access.ts';
import { auditFile } from '../../api/audit.ts';
import { callOffPrune, orderPrune, retentionQuery } from '../../api/retention.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { RetentionRuleForm } from './RetentionRuleForm.tsx';
import { useRetentionWords } from './use-retention-words.ts';

/** What is kept how long, by whose word, what a run would remove, and the run itself. */
export default function RetentionSection({ code }: { readonly code: string }) {
  const say = useRetentionWords();
  const may = useMay();
  const query = useQuery(retentionQuery(code));
  const mayChange = may('retention.change');
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      {query.isPending && <SkeletonLines count={4} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <>
          <ul className="divide-y divide-line border-y border-line">
            {query.data.rules.map((rule) => (
              <RetentionRuleForm
                // Anew for what somebody else has said.
                key={`${rule.what} ${rule.version}`}
                code={code}
                rule={rule}
                mayChange={mayChange}
              />
            ))}
          </ul>
          <p className="text-14 text-ink-soft">{say.sessions}</p>
          <p className="text-14 text-ink-soft">{say.exportFirst}</p>
          {may('audit') && <ExportLog code={code} />}
          {mayChange ? (
            <Run code={code} retention={query.data} />
          ) : (
            <p className="text-14 text-ink-soft">{say.readOnly}</p>
          )}
          <LastRun last={query.data.last} />
        </>
      )}
    </section>
  );
}

/** The order, which can be called off until its time has come. */
function Run({ code, retention }: { readonly code: string; readonly retention: Retention }) {
  const words = useWords();
  const say = useRetentionWords();
  const queryClient = useQueryClient();
  const show = (now: Retention) => queryClient.setQueryData(retentionQuery(code).queryKey, now);
  const callOff = useMutation({
    mutationFn: () => callOffPrune(code),
    onSuccess: show,
    onError: () => void queryClient.invalidateQueries({ queryKey: [code, 'retention'] }),
  });
  const order = useMutation({
    mutationFn: () => orderPrune(code),
    onSuccess: (now) => {
      show(now);
      offerUndo({
        text: say.ordered,
        undo: async () => {
          show(await callOffPrune(code));
        },
      });
    },
  });
  const { pending, rules } = retention;
  return (
    <div role="status" className="flex flex-wrap items-center gap-4">
      {pending === null ? (
        <Button
          isDisabled={order.isPending || rules.every(({ due }) => due.count === 0)}
          onPress={() => order.mutate()}
        >
          {say.order(String(DELAY_MINUTES))}
        </Button>
      ) : (
        <>
          <p className="font-bold">{say.pending(pending.orderedBy, words.moment(pending.dueAt))}</p>
          <Button isDisabled={callOff.isPending} onPress={() => callOff.mutate()}>
            {say.callOff}
          </Button>
        </>
      )}
      <Refusal error={order.error ?? callOff.error} />
    </div>
  );
}

/** Every line of the log, as the auditor may have them: people by number alone, and none in the file. */
function ExportLog({ code }: { readonly code: string }) {
  const { language } = useWords();
  const say = useRetentionWords();
  const take = useMutation({
    mutationFn: async () => saveFile(await auditFile(code, {}, language), `audit-${code}.csv`),
  });
  return (
    <>
      <Button className="w-fit" isDisabled={take.isPending} onPress={() => take.mutate()}>
        <Icon name="download" />
        {say.export}
      </Button>
      <Refusal error={take.error} />
    </>
  );
}

function LastRun({ last }: Pick<Retention, 'last'>) {
  const words = useWords();
  const say = useRetentionWords();
  if (last === null) return null;
  const { audit, scans, warnings, responses, relay } = last.removed;
  const figures = [audit, scans, warnings, responses, relay].map(formatNumber) as [
    ...[string, string, string, string, string],
  ];
  return (
    <p className="text-14 text-ink-soft">
      {say.last(words.moment(last.doneAt), last.orderedBy)} {say.removed(...figures)}
    </p>
  );
}
