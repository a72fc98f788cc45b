import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanStepForMe, PlanView, TakeStep } from '#contract/plan-work';
import { PLAN_STEP_LABELS, type PlanStep } from '#domain/plan/step-names';
import { ApiError } from '../../../api/client.ts';
import { planQuery, takePlanStep } from '../../../api/plans.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { refreshAfterPlan } from '../draft/send-draft.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { MissingList } from './MissingList.tsx';
import { RouteDoubts } from './RouteDoubts.tsx';
import { StepForm } from './StepForm.tsx';

/** Steps that lead on; the others stand behind a fold, so that the next one is seen first. */
const LEADS_ON: readonly PlanStep[] = [
  ...(['ask-consent', 'record-agreement', 'record-refusal', 'begin-draft', 'check-route'] as const),
  ...(['accept', 'agree', 'share', 'put-in-force', 'confirm-still-right', 'send-back'] as const),
];
/** What is said with a step: nothing is done by a slip of the hand that cannot be called back. */
const SAYS_MORE: readonly PlanStep[] = ['record-refusal', 'call-review', 'send-back', 'end'];

/** The steps that I may record now, with what is missing for each. */
export function StepsSection(props: {
  readonly code: string;
  readonly view: PlanView;
  readonly isDirty: boolean;
}) {
  const { code, view } = props;
  const words = useWords();
  const say = usePlanWords().plan;
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<PlanStep | null>(null);
  const [done, setDone] = useState('');
  const take = useMutation({
    mutationFn: (body: TakeStep) => takePlanStep(code, view.residentId, body),
    onSuccess: (after, { step }) => {
      queryClient.setQueryData(planQuery(code, view.residentId).queryKey, after);
      refreshAfterPlan(code, view.residentId, queryClient);
      setOpen(null);
      const back = wayBack(after, step);
      const text = say.done(words.pick(PLAN_STEP_LABELS[step]));
      setDone(back === null ? text : `${text} ${say.wayBack(words.pick(back.label))}`);
    },
    onError: () =>
      void queryClient.invalidateQueries({ queryKey: planQuery(code, view.residentId).queryKey }),
  });
  const mine = view.steps
    .filter((one) => one.isMine && one.isPossible)
    .sort((one, other) => Number(other.isNext) - Number(one.isNext));
  // What cannot be recorded yet does not stand in the way of what can.
  const leads = (one: PlanStepForMe) =>
    one.isNext || (LEADS_ON.includes(one.step) && one.missing.length === 0);
  const [leading, others] = [mine.filter(leads), mine.filter((one) => !leads(one))];
  const saysMore = ({ step, isWordOfAnother }: PlanStepForMe) =>
    isWordOfAnother || SAYS_MORE.includes(step);
  const start = (one: PlanStepForMe) => {
    const { step } = one;
    setDone('');
    take.reset();
    if (saysMore(one)) setOpen(step);
    else take.mutate({ version: view.version, step });
  };
  const list = (steps: readonly PlanStepForMe[]) => (
    <ul className="flex flex-col gap-3">
      {steps.map((one) => (
        <li key={one.step} className="flex flex-col gap-2">
          <Button
            variant={one.isNext ? 'primary' : 'outline'}
            className="justify-start text-left"
            isDisabled={one.missing.length > 0 || take.isPending || props.isDirty}
            {...(saysMore(one) && { 'aria-expanded': open === one.step })}
            onPress={() => start(one)}
          >
            {words.pick(one.label)}
          </Button>
          {one.step === 'check-route' && <RouteDoubts route={view.content.route} />}
          {one.missing.length > 0 && one.step !== view.next && (
            <MissingList missing={one.missing} />
          )}
          {open === one.step && (
            <StepForm
              step={one}
              isPending={take.isPending}
              onCancel={() => setOpen(null)}
              onRecord={(more) => take.mutate({ version: view.version, step: one.step, ...more })}
            />
          )}
        </li>
      ))}
    </ul>
  );
  const isStale = take.error instanceof ApiError && take.error.problem?.code === 'plan.stale';
  return (
    <PanelSection title={say.mySteps}>
      <p role="status" className={done === '' ? 'sr-only' : 'font-bold'}>
        {done}
      </p>
      {props.isDirty && mine.length > 0 && <Caution>{say.saveFirst}</Caution>}
      {isStale ? <Caution>{say.stale}</Caution> : <Refusal error={take.error} />}
      {leading.length === 0 ? <p className="text-ink-soft">{say.noSteps}</p> : list(leading)}
      {others.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-bold">{say.otherSteps}</summary>
          {list(others)}
        </details>
      )}
    </PanelSection>
  );
}

/** What calls the step back from where the plan stands now, where I may. */
function wayBack(view: PlanView, step: PlanStep): PlanStepForMe | null {
  if (step === 'revise' || step === 'send-back') return null;
  const ways: readonly PlanStep[] = ['reopen', 'send-back', 'revise'];
  return view.steps.find((one) => one.isMine && one.isPossible && ways.includes(one.step)) ?? null;
}
