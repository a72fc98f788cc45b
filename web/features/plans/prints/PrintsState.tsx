import { useMutation, useQuery } from '@tanstack/react-query';
import { printsQuery, printsZipUrl, removePrints } from '../../../api/plan-prints.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';

/** One order of prints: how far it is, what it came to, and its file. */
export function PrintsState({ code, id }: { readonly code: string; readonly id: string }) {
  const say = usePlanWords().prints;
  const query = useQuery(printsQuery(code, id));
  const remove = useMutation({
    mutationFn: () => removePrints(code, id),
    onSuccess: () => changePlansView({ prints: null }),
  });
  if (query.isError)
    return <LoadError error={query.error} onRetry={() => changePlansView({ prints: null })} />;
  if (query.data === undefined) return null;
  const { state, done, total, withFindings, notPrinted } = query.data;
  const said = say.progress(formatNumber(done), formatNumber(total));
  return (
    <div className="mt-2 flex flex-col gap-2 rounded-8 border border-line-strong p-3">
      {state === 'running' ? (
        <ProgressBar
          title={`${say.states.running} ${said}`}
          share={total === 0 ? 1 : done / total}
        />
      ) : (
        <p role="status" className="number font-bold">
          {say.states[state]} {said}
        </p>
      )}
      {withFindings > 0 && <p>{say.withFindings(formatNumber(withFindings))}</p>}
      {notPrinted > 0 && <p>{say.notPrinted(formatNumber(notPrinted))}</p>}
      {state === 'done' && total > 0 && (
        <a
          href={printsZipUrl(code, id)}
          className="inline-flex min-h-11 items-center gap-2 text-action underline underline-offset-4"
        >
          <Icon name="download" />
          {say.zip}
        </a>
      )}
      {state === 'done' && <p className="text-14 text-ink-soft">{say.gone}</p>}
      <Refusal error={remove.error} />
      <Button className="self-start" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
        {state === 'running' ? say.stop : say.remove}
      </Button>
    </div>
  );
}
