import { useMemo, useState } from 'react';
import { useWords } from '../../../i18n/use-words.ts';
import { Caution } from '../../../ui/Notice.tsx';
import { noticeTexts } from './run-text.ts';
import { StepCard } from './StepCard.tsx';
import { type RunStep, runSteps } from './step-order.ts';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

/** What somebody has to see to now; all else that is to be known stands among the records. */
const URGENT: readonly string[] = ['role-missing', 'step-open'];

/** What is under way and what can be begun now, first; then what waits for what, and what is done. */
export function StepsNow() {
  const words = useWords();
  const say = useRunWords().steps;
  const { run, state, minute, holder } = useRun();
  const [isMine, setMine] = useState(true);
  const { manual, scenario, participants } = run.content;
  const steps = useMemo(
    () => runSteps(manual, scenario, state.steps, minute),
    [manual, scenario, state.steps, minute],
  );
  const urgent = state.notices.filter(({ code }) => URGENT.includes(code));
  const roleId = participants.find(({ id }) => id === holder)?.roleId ?? null;
  const isShown = ({ step }: RunStep) => !isMine || roleId === null || step.roleId === roleId;
  const running = steps.running.filter(isShown);
  const ready = steps.ready.filter(isShown);
  const isAllDone = steps.running.length + steps.ready.length + steps.waiting.length === 0;
  return (
    <div className="flex flex-col gap-4 p-4">
      {roleId !== null && (
        <fieldset
          aria-label={words.pick(
            manual.roles.find(({ id }) => id === roleId)?.label ?? { ja: '', en: '' },
          )}
          className="grid grid-cols-2 overflow-hidden rounded-8 border border-line-strong"
        >
          {([true, false] as const).map((mine) => (
            <button
              key={String(mine)}
              type="button"
              aria-pressed={mine === isMine}
              className={`focus-inset min-h-12 px-2 font-bold ${
                mine === isMine ? 'bg-action text-on-action' : 'hover:bg-surface-soft'
              }`}
              onClick={() => setMine(mine)}
            >
              {mine ? say.mine : say.all}
            </button>
          ))}
        </fieldset>
      )}
      {noticeTexts(urgent, words.pick).map(({ code, text }) => (
        <div key={text} data-urgent={code}>
          <Caution>{text}</Caution>
        </div>
      ))}
      <Cards title={say.running} steps={running} />
      {isAllDone ? (
        <p role="status" className="text-18 font-bold">
          {say.allDone}
        </p>
      ) : (
        ready.length === 0 && running.length === 0 && <p>{say.nothing}</p>
      )}
      <Cards title={say.ready} steps={ready} />
      <Cards title={say.waiting} steps={steps.waiting.filter(isShown)} isQuiet />
      <Cards title={say.done} steps={steps.done.filter(isShown)} isQuiet />
    </div>
  );
}

function Cards(props: {
  readonly title: string;
  readonly steps: readonly RunStep[];
  readonly isQuiet?: boolean;
}) {
  if (props.steps.length === 0) return null;
  return (
    <section aria-label={props.title}>
      <h3 className="pb-2 text-18 font-bold">{props.title}</h3>
      <ul className="flex flex-col gap-3">
        {props.steps.map((one) => (
          <li key={one.step.id}>
            <StepCard of={one} isQuiet={props.isQuiet === true} />
          </li>
        ))}
      </ul>
    </section>
  );
}
