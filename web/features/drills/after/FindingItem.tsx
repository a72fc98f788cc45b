import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DrillView } from '#contract/drill';
import type { FindingOnWire, NewFinding } from '#contract/drill-after';
import { stepsOf } from '#domain/drill/drill';
import {
  carryOutFinding,
  findingsQuery,
  markFindingDone,
  removeFinding,
  saveFinding,
} from '../../../api/drill-after.ts';
import { drillsKey } from '../../../api/drills.ts';
import { plansKey } from '../../../api/plans.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { Badge } from '../Badge.tsx';
import { dayOf } from '../list/new-drill.ts';
import { FindingForm } from './FindingForm.tsx';
import { useAfterWords } from './use-after-words.ts';

type List = Awaited<ReturnType<typeof saveFinding>>;

/** One finding: what it says, who sees to it, what it has changed, and what is done with it. */
export function FindingItem(props: {
  readonly code: string;
  readonly view: DrillView;
  readonly finding: FindingOnWire;
  readonly mayChange: boolean;
}) {
  const { code, view, finding, mayChange } = props;
  const words = useWords();
  const say = useAfterWords().findings;
  const queryClient = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const { queryKey } = findingsQuery(code, view.id);
  const put = (list: List) => {
    queryClient.setQueryData(queryKey, list);
    for (const key of [drillsKey(code), plansKey(code)])
      void queryClient.invalidateQueries({ queryKey: key, refetchType: 'none' });
  };
  // What is taken back begins from the version that stands by then.
  const versionNow = () =>
    queryClient.getQueryData(queryKey)?.findings.find(({ id }) => id === finding.id)?.version ??
    finding.version;
  const act = useMutation({
    mutationFn: async (one: {
      readonly text: string;
      readonly send: (version: number) => Promise<List>;
      readonly back: (version: number) => Promise<List>;
    }) => {
      put(await one.send(versionNow()));
      offerUndo({ text: one.text, undo: async () => put(await one.back(versionNow())) });
    },
  });
  const of = [code, view.id, finding.id] as const;
  const done = (doneDate: string | null) => (version: number) =>
    markFindingDone(...of, { version, doneDate });
  const remove = (isRemoved: boolean) => (version: number) =>
    removeFinding(...of, { version, isRemoved });
  const carryOut = (isCarriedOut: boolean) => (version: number) =>
    carryOutFinding(...of, { version, isCarriedOut });
  const save = useMutation({
    mutationFn: (next: NewFinding) => saveFinding(...of, { ...next, version: finding.version }),
    onSuccess: (list) => {
      put(list);
      setEditing(false);
    },
  });
  const { text, owner, ownerName, dueDate, change, doneDate, carriedOut } = finding;
  if (isEditing)
    return (
      <li>
        <FindingForm
          {...{ code, view }}
          finding={{ text, owner, ownerName, dueDate, change }}
          isSaving={save.isPending}
          error={save.error}
          onSave={save.mutate}
          onCancel={() => setEditing(false)}
        />
      </li>
    );
  const stepOf = (id: string) => {
    const step = stepsOf(view.content.manual).find((one) => one.id === id);
    return step === undefined ? id : words.pick(step.label) || step.label.ja;
  };
  const changes = [
    say.changes[change.kind],
    ...(change.kind === 'template'
      ? [say.newMinutes(stepOf(change.stepId), formatNumber(change.plannedMinutes))]
      : []),
    ...(change.kind === 'route-closure' ? [say.roads(formatNumber(change.roads.length))] : []),
    ...(change.kind === 'shelter' ? [change.note] : []),
    ...(change.kind === 'plans' ? [say.plans(formatNumber(finding.planCount))] : []),
  ];
  return (
    <li
      data-finding={finding.id}
      className="flex flex-col gap-1 rounded-8 border border-line-strong p-3"
    >
      <p className="flex flex-wrap items-center gap-2">
        <Badge isStrong={finding.state === 'overdue'}>{say.states[finding.state]}</Badge>
        <span className="number text-14">
          {[
            owner ?? say.noOwner,
            ...(ownerName === null ? [] : [ownerName]),
            dueDate === null ? say.noDue : say.dueOn(words.date(dueDate)),
          ].join(words.dot)}
        </span>
      </p>
      <p className="whitespace-pre-wrap">{text}</p>
      <p className="text-14">{changes.join(words.dot)}</p>
      {carriedOut !== null && (
        <div className="text-14" data-carried-out>
          <p className="font-bold">{say.carriedOut(words.moment(carriedOut.at), carriedOut.by)}</p>
          <ul className="list-disc pl-5">
            {carriedOut.effects.map((effect) => (
              <li key={effect.en}>{words.pick(effect)}</li>
            ))}
          </ul>
        </div>
      )}
      {mayChange && (
        <div className="flex flex-wrap gap-2">
          {change.kind !== 'none' && finding.notForMe === null && (
            <Button
              variant={carriedOut === null ? 'primary' : 'outline'}
              className="px-3 text-14"
              isPending={act.isPending}
              onPress={() =>
                act.mutate({
                  text: carriedOut === null ? say.carriedOutNow : say.takenBack,
                  send: carryOut(carriedOut === null),
                  back: carryOut(carriedOut !== null),
                })
              }
            >
              {carriedOut === null ? say.carryOut : say.takeBack}
            </Button>
          )}
          <Button
            className="px-3 text-14"
            onPress={() =>
              act.mutate({
                text: doneDate === null ? say.doneNow : say.reopened,
                send: done(doneDate === null ? dayOf(new Date()) : null),
                back: done(doneDate),
              })
            }
          >
            {doneDate === null ? say.done : say.reopen}
          </Button>
          {carriedOut === null && (
            <>
              <Button className="px-3 text-14" onPress={() => setEditing(true)}>
                {say.edit}
              </Button>
              <Button
                variant="quiet"
                className="px-3 text-14"
                onPress={() =>
                  act.mutate({ text: say.removed, send: remove(true), back: remove(false) })
                }
              >
                {say.remove}
              </Button>
            </>
          )}
        </div>
      )}
      {mayChange && finding.notForMe !== null && change.kind !== 'none' && (
        <p className="text-14 text-ink-soft">{words.pick(finding.notForMe)}</p>
      )}
      <Refusal error={act.error} />
    </li>
  );
}
