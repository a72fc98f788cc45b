import { useEffect, useRef, useState } from 'react';
import type { Tick } from '#domain/drill/run/step-state';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { NoteForm } from './NoteForm.tsx';
import { ProblemForm } from './ProblemForm.tsx';
import { clockText, deviceText, lengthText } from './run-text.ts';
import type { RunStep } from './step-order.ts';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

const MINUTE_MILLIS = 60_000;
type Opened = 'problem' | 'note' | null;

/** One step with its large buttons; a quiet one is looked at and seldom pressed. */
export function StepCard({ of, isQuiet }: { readonly of: RunStep; readonly isQuiet: boolean }) {
  const words = useWords();
  const say = useRunWords().steps;
  const { run, state: whole, write } = useRun();
  const [opened, setOpened] = useState<Opened>(null);
  const card = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const { step, state } = of;
  const name = words.pick(step.label) || step.label.ja;
  const role = run.content.manual.roles.find(({ id }) => id === step.roleId);
  const mayTick = run.mayRun && whole.endedMillis === null;
  // A card that is moved by its own button takes the keyboard with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the state
  useEffect(() => {
    if (hadFocus.current) card.current?.focus();
    hadFocus.current = false;
  }, [state.state]);
  const tick = (kind: 'start' | 'done') => {
    hadFocus.current = true;
    write({ kind, stepId: step.id }, kind === 'start' ? say.started(name) : say.finished(name));
  };
  const toggle = (what: Opened) => setOpened(opened === what ? null : what);
  const buttons = (
    <div className="grid grid-cols-[2fr_1fr_1fr] gap-2">
      {state.state !== 'done' ? (
        <Button
          className="min-h-14 px-2 text-18"
          variant={isQuiet ? 'outline' : 'primary'}
          aria-label={state.state === 'running' ? say.doneOf(name) : say.startOf(name)}
          onPress={() => tick(state.state === 'running' ? 'done' : 'start')}
        >
          {state.state === 'running' ? say.finish : say.start}
        </Button>
      ) : (
        <span />
      )}
      <Button
        className="min-h-14 px-2"
        aria-expanded={opened === 'problem'}
        aria-label={say.problemOf(name)}
        onPress={() => toggle('problem')}
      >
        {say.problem}
      </Button>
      <Button
        className="min-h-14 px-2"
        aria-expanded={opened === 'note'}
        aria-label={say.noteOf(name)}
        onPress={() => toggle('note')}
      >
        {say.note}
      </Button>
    </div>
  );
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={name}
      data-step={step.id}
      data-state={state.state}
      className={`flex flex-col gap-2 rounded-12 border-2 p-3 ${
        state.state === 'running' ? 'border-action' : isQuiet ? 'border-line' : 'border-line-strong'
      }`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className={isQuiet ? 'font-bold' : 'text-20 font-bold'}>{name}</p>
        <p className="text-14">{role === undefined ? '' : words.pick(role.label)}</p>
      </div>
      <Times of={of} />
      {of.waitsFor.length > 0 && state.state === 'not-started' && (
        <p className="text-14">
          {say.waitsFor(of.waitsFor.map(({ label }) => words.pick(label)).join(words.comma))}
        </p>
      )}
      {of.waitsForLevel !== null && state.state === 'not-started' && (
        <p className="text-14">{say.waitsForLevel(String(of.waitsForLevel))}</p>
      )}
      {state.repeated.length > 0 && (
        <p className="text-14 text-caution">
          {say.twice(
            [...new Set(state.repeated.map(({ deviceId }) => deviceText(deviceId)))].join(
              words.comma,
            ),
          )}
        </p>
      )}
      {state.problems.length > 0 && (
        <ul aria-label={say.problems} className="list-disc pl-5 text-caution">
          {state.problems.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {mayTick &&
        (isQuiet ? (
          <details>
            <summary className="flex min-h-12 cursor-pointer items-center text-14 font-bold">
              {say.more}
            </summary>
            {buttons}
          </details>
        ) : (
          buttons
        ))}
      {opened === 'problem' && <ProblemForm stepId={step.id} onClose={() => setOpened(null)} />}
      {opened === 'note' && (
        <>
          {state.state === 'not-started' && (
            <Button
              className="min-h-12 self-start"
              aria-label={say.doneOf(name)}
              onPress={() => tick('done')}
            >
              {say.finishNow}
            </Button>
          )}
          <NoteForm stepId={step.id} onClose={() => setOpened(null)} />
        </>
      )}
    </article>
  );
}

/** Planned, since when, by which device, and how long it took. */
function Times({ of }: { readonly of: RunStep }) {
  const words = useWords();
  const say = useRunWords();
  const { nowMillis } = useRun();
  const { step, state } = of;
  const { plannedMinutes } = step;
  const { started, done } = state;
  const tickText = ({ atMillis, deviceId, isUncertain }: Tick) =>
    [
      clockText(atMillis),
      say.steps.byDevice(deviceText(deviceId)),
      ...(isUncertain ? [say.log.uncertain] : []),
    ].join(' ');
  const overMinutes =
    state.state === 'running' && started !== null && plannedMinutes !== null
      ? Math.floor((nowMillis - started.atMillis) / MINUTE_MILLIS - plannedMinutes)
      : 0;
  const facts = [
    plannedMinutes === null ? say.steps.noPlan : say.steps.planned(formatNumber(plannedMinutes)),
    ...(started === null ? [] : [tickText(started)]),
    ...(state.state === 'running' && started !== null
      ? [say.steps.since(lengthText(nowMillis - started.atMillis))]
      : []),
    ...(done === null ? [] : [tickText(done)]),
    ...(done !== null && started !== null && done.atMillis >= started.atMillis
      ? [say.steps.took(minutesText(done.atMillis - started.atMillis))]
      : []),
  ];
  return (
    <>
      <p className="number text-14">{facts.join(words.dot)}</p>
      {overMinutes > 0 && (
        <p className="number font-bold text-caution">{say.steps.over(formatNumber(overMinutes))}</p>
      )}
    </>
  );
}

const minutesText = (millis: number) => formatNumber(Math.round(millis / 6000) / 10);
