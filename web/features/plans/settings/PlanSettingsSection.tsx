import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanSettings, PlanSettingsView } from '#contract/plan-work';
import { ROLE_LABELS } from '#domain/access/roles';
import { rolesAllowed } from '#domain/plan/setting';
import {
  OPTIONAL_STEPS,
  PARTIES,
  PARTY_LABELS,
  PLAN_STEP_LABELS,
  type PlanTask,
} from '#domain/plan/step-names';
import { ApiError } from '../../../api/client.ts';
import { planSettingsQuery, plansKey, savePlanSettings } from '../../../api/plans.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { usePlanWords } from '../use-plan-words.ts';

/** Who does which step of a plan, which steps the city asks for, and how often plans are looked at again. */
export default function PlanSettingsSection({ code }: { readonly code: string }) {
  const say = usePlanWords().settings;
  const query = useQuery(planSettingsQuery(code));
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      {query.data === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={8} />
        )
      ) : (
        <SettingsForm code={code} view={query.data} />
      )}
    </section>
  );
}

type Task = PlanSettings['tasks'][number];

function SettingsForm({ code, view }: { readonly code: string; readonly view: PlanSettingsView }) {
  const words = useWords();
  const say = usePlanWords().settings;
  const queryClient = useQueryClient();
  const [edit, setEdit] = useState<Omit<PlanSettings, 'version'> | null>(null);
  const [done, setDone] = useState('');
  const { tasks, asked, reviewMonths } = edit ?? view;
  const former = { tasks: view.tasks, asked: view.asked, reviewMonths: view.reviewMonths };
  const put = async (version: number, next: Omit<PlanSettings, 'version'>) => {
    const now = await savePlanSettings(code, { version, ...next });
    queryClient.setQueryData(planSettingsQuery(code).queryKey, now);
    void queryClient.invalidateQueries({ queryKey: plansKey(code) });
    return now.version;
  };
  const save = useMutation({
    mutationFn: async () => {
      const version = await put(view.version, { tasks, asked, reviewMonths });
      setEdit(null);
      setDone(say.saved);
      offerUndo({ text: say.saved, undo: () => put(version, former).then(() => undefined) });
    },
    // What was changed stays to be looked at beside what holds now.
    onError: () =>
      void queryClient.invalidateQueries({ queryKey: planSettingsQuery(code).queryKey }),
  });
  const change = (part: Partial<Omit<PlanSettings, 'version'>>) => {
    setDone('');
    save.reset();
    setEdit({ tasks, asked, reviewMonths, ...part });
  };
  const changeTask = (task: PlanTask, part: Partial<Task>) =>
    change({ tasks: tasks.map((one) => (one.task === task ? { ...one, ...part } : one)) });
  const labelOf = (task: PlanTask) =>
    words.pick(view.labels.find((one) => one.task === task)?.label ?? { ja: task, en: task });
  const isStale =
    save.error instanceof ApiError && save.error.problem?.code === 'plan-setting.stale';
  const lacksRole = tasks.some(({ roles }) => roles.length === 0);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <fieldset>
        <legend className="font-bold">{say.asked}</legend>
        {OPTIONAL_STEPS.map((step) => (
          <Checkbox
            key={step}
            label={words.pick(PLAN_STEP_LABELS[step])}
            isChecked={asked.includes(step)}
            onChange={(isAsked) =>
              change({
                asked: OPTIONAL_STEPS.filter((one) =>
                  one === step ? isAsked : asked.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <LabelledField label={say.review} hint={say.reviewHint}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            min={1}
            max={60}
            step={1}
            className={`${FIELD_STYLE} number max-w-32`}
            value={reviewMonths ?? ''}
            onChange={({ target }) =>
              change({ reviewMonths: target.value === '' ? null : Number(target.value) })
            }
          />
        )}
      </LabelledField>
      <ul className="divide-y divide-line border-y border-line">
        {tasks.map(({ task, party, roles }) => (
          <li key={task} className="grid gap-2 py-3 sm:grid-cols-[1fr_1fr_1.2fr]">
            <p className="self-center font-bold">{labelOf(task)}</p>
            <select
              aria-label={say.partyOf(labelOf(task))}
              className={FIELD_STYLE}
              value={party}
              onChange={({ target }) =>
                changeTask(task, { party: PARTIES.find((one) => one === target.value) ?? party })
              }
            >
              {PARTIES.map((one) => (
                <option key={one} value={one}>
                  {words.pick(PARTY_LABELS[one])}
                </option>
              ))}
            </select>
            <details>
              <summary className="min-h-11 cursor-pointer py-2 text-14">
                {roles.length === 0 ? (
                  <strong className="text-error">{say.needsRole}</strong>
                ) : (
                  roles.map((one) => words.pick(ROLE_LABELS[one])).join(words.comma)
                )}
              </summary>
              <fieldset aria-label={say.rolesOf(labelOf(task))}>
                {rolesAllowed(task).map((role) => (
                  <Checkbox
                    key={role}
                    label={words.pick(ROLE_LABELS[role])}
                    isChecked={roles.includes(role)}
                    onChange={(isGiven) =>
                      changeTask(task, {
                        roles: rolesAllowed(task).filter((one) =>
                          one === role ? isGiven : roles.includes(one),
                        ),
                      })
                    }
                  />
                ))}
              </fieldset>
            </details>
          </li>
        ))}
      </ul>
      <p className="text-14 text-ink-soft">
        {view.changedAt === null
          ? say.asItComes
          : say.changed(words.moment(view.changedAt), view.changedBy ?? '')}
      </p>
      {isStale ? <Caution>{say.stale}</Caution> : <Refusal error={save.error} />}
      <p role="status">{done}</p>
      <Button
        type="submit"
        variant="primary"
        className="w-fit"
        isDisabled={edit === null || lacksRole || save.isPending}
      >
        {say.save}
      </Button>
    </form>
  );
}
