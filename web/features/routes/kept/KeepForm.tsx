import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { ClosureScenario } from '#contract/closure-scenario';
import { ApiError } from '../../../api/client.ts';
import {
  closureScenarioQuery,
  closureScenariosKey,
  createClosureScenario,
  saveClosureScenario,
} from '../../../api/closure-scenarios.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { closuresOf } from '../use-found-routes.ts';
import { changePlan } from '../use-plan.ts';
import { isChanged, openKept } from './open-kept.ts';
import { useKeptWords } from './use-kept-words.ts';

interface KeepFormProps {
  readonly code: string;
  readonly plan: RoutePlan;
  /** The set that is open. */
  readonly scenario: ClosureScenario | undefined;
}

/** Keeps the closures of the plan under a name: as a new set, or in place of the one that is open. */
export function KeepForm({ code, plan, scenario }: KeepFormProps) {
  const words = useWords();
  const say = useKeptWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  // As it was read when it was opened: a newer one, read meanwhile, must not be saved over unseen.
  const [base, setBase] = useState<ClosureScenario>();
  const take = useCallback((read: ClosureScenario | undefined) => {
    setBase(read);
    setName(read?.name ?? '');
    setNote(read?.note ?? '');
  }, []);
  useEffect(() => {
    if (scenario?.id !== base?.id) take(scenario);
  }, [scenario, base, take]);
  const keep = useMutation({
    mutationFn: (isNew: boolean) => {
      const given = { name, note, ...closuresOf(plan) };
      return isNew || base === undefined
        ? createClosureScenario(code, given)
        : saveClosureScenario(code, base.id, base.version, given);
    },
    onSuccess: (saved) => {
      take(saved);
      client.setQueryData(closureScenarioQuery(code, saved.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: closureScenariosKey(code) });
      changePlan({ kept: { ...plan.kept, open: saved.id } }, 'replace');
    },
  });
  const problem = keep.error instanceof ApiError ? keep.error.problem : null;
  const isStale = problem?.code === 'closure-scenario.stale';
  const openStanding = async () => {
    if (base === undefined) return;
    await client.invalidateQueries({ queryKey: closureScenariosKey(code) });
    const standing = await client.fetchQuery(closureScenarioQuery(code, base.id));
    openKept(standing);
    take(standing);
    keep.reset();
  };
  const isNamed = name.trim() !== '';
  return (
    <form
      aria-label={say.saveTitle}
      className="flex flex-col gap-2 rounded-8 border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) keep.mutate(scenario === undefined);
      }}
    >
      {scenario !== undefined && isChanged(plan, scenario) && (
        <p className="text-14 text-caution">{say.isChanged}</p>
      )}
      <LabelledField label={say.name}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </LabelledField>
      <LabelledField label={say.note}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            className={FIELD_STYLE}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </LabelledField>
      <div className="flex flex-wrap gap-2">
        {scenario !== undefined && (
          <Button
            variant="primary"
            isDisabled={!isNamed || keep.isPending}
            onPress={() => keep.mutate(false)}
          >
            {say.saveOver}
          </Button>
        )}
        <Button
          variant={scenario === undefined ? 'primary' : 'outline'}
          isDisabled={!isNamed || keep.isPending}
          onPress={() => keep.mutate(true)}
        >
          {say.saveNew}
        </Button>
      </div>
      <p role="status" className="text-14">
        {keep.data?.id === plan.kept.open && keep.isSuccess && say.saved(keep.data.name)}
      </p>
      {keep.isError && (
        <div role="alert" className="flex flex-col items-start gap-2">
          <Caution>
            {isStale ? say.stale : problem === null ? say.failed : words.pick(problem.messages)}
          </Caution>
          {isStale && <Button onPress={() => void openStanding()}>{say.openStanding}</Button>}
        </div>
      )}
    </form>
  );
}
