import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { ImportChoice } from './ImportChoice.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import { useImport } from './use-import.ts';

/** Files in, progress, and what became of them. */
export function ImportBox({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.data.import;
  const { state, start, cancel, reset } = useImport(code);
  const bodyRef = useRef<HTMLDivElement>(null);
  const formerStep = useRef(state.step);
  // The button that was pressed is gone with the former step: the keyboard goes on from here.
  useEffect(() => {
    if (formerStep.current !== state.step) bodyRef.current?.focus();
    formerStep.current = state.step;
  }, [state.step]);
  return (
    <section aria-label={say.title} className="rounded-12 border border-line bg-surface">
      <h3 className="border-b border-line px-5 py-3 text-18 font-bold">{say.title}</h3>
      <div ref={bodyRef} tabIndex={-1} className="focus-inset p-5" aria-live="polite">
        {state.step === 'choosing' && <ImportChoice onStart={start} />}
        {(state.step === 'sending' || state.step === 'running') && (
          <ImportProgress job={state.step === 'running' ? state.job : null} onCancel={cancel} />
        )}
        {state.step === 'reported' && (
          <>
            <ImportReportView code={code} report={state.report} />
            {state.report.dryRun && !state.report.unchanged && (
              <Button
                variant="primary"
                className="mt-4 mr-3"
                onPress={() => start(state.order, false)}
              >
                {state.order.source === 'roster' ? say.applyRoster : say.apply}
              </Button>
            )}
          </>
        )}
        {state.step === 'cancelled' && <p className="font-bold">{say.cancelled}</p>}
        {state.step === 'lost' && <Caution>{say.lost}</Caution>}
        {state.step === 'refused' && <LoadError error={state.error} />}
        {state.step === 'failed' && (
          <div role="alert">
            <p className="font-bold text-error">{say.failed}</p>
            {state.problem !== null && <p className="mt-2">{words.pick(state.problem.messages)}</p>}
          </div>
        )}
        {['reported', 'cancelled', 'lost', 'refused', 'failed'].includes(state.step) && (
          <Button variant="secondary" className="mt-4" onPress={reset}>
            {say.again}
          </Button>
        )}
      </div>
    </section>
  );
}
