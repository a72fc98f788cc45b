import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResourceDetail } from '#contract/resource';
import {
  ACCESSIBILITY,
  ACCESSIBILITY_LABELS,
  CATEGORY_LABELS,
  RESOURCE_CATEGORIES,
} from '#domain/resource/resource';
import {
  changeResource,
  createResource,
  resourceQuery,
  resourcesKey,
  setResourceRemoved,
  standingIn,
} from '../../api/resources.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeRelayView } from '../../state/relay-view.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { factsOf, formOf, type ResourceFields } from './resource-fields.ts';
import { StaleResource } from './StaleResource.tsx';
import { useResourceWords } from './use-resource-words.ts';

/** Enters or changes a resource. Where somebody was quicker, both stand side by side and nothing is lost. */
export function ResourceForm(props: {
  readonly code: string;
  readonly standing: ResourceDetail | null;
  readonly onDone?: () => void;
}) {
  const { code, standing, onDone } = props;
  const words = useWords();
  const say = useResourceWords();
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => formOf(standing?.facts ?? null));
  const [version, setVersion] = useState(standing?.version ?? 0);
  const [quicker, setQuicker] = useState<ResourceDetail | null>(null);
  const [isPositionWrong, setPositionWrong] = useState(false);
  const change = (part: Partial<ResourceFields>) => setForm({ ...form, ...part });
  const show = (next: ResourceDetail) => {
    queryClient.setQueryData(resourceQuery(code, next.id).queryKey, next);
    void queryClient.invalidateQueries({ queryKey: [...resourcesKey(code), 'list'] });
  };
  const save = useMutation({
    mutationFn: (facts: NonNullable<ReturnType<typeof factsOf>>) =>
      standing === null
        ? createResource(code, facts)
        : changeResource(code, standing.id, { version, facts }),
    onSuccess: (next) => {
      show(next);
      offerUndo({
        text: standing === null ? say.entered(next.facts.name) : say.changed(next.facts.name),
        undo: async () =>
          show(
            standing === null
              ? await setResourceRemoved(code, next.id, { version: next.version, isRemoved: true })
              : await changeResource(code, next.id, {
                  version: next.version,
                  facts: standing.facts,
                }),
          ),
      });
      onDone?.();
      if (standing === null) changeRelayView({ resource: next.id }, 'replace');
    },
    onError: (error) => {
      const current = standingIn(error);
      if (current === null) return;
      setQuicker(current);
      setVersion(current.version);
      // What is taken back later leads to theirs.
      show(current);
    },
  });
  const submit = () => {
    const facts = factsOf(form);
    setPositionWrong(facts === null);
    if (facts !== null) save.mutate(facts);
  };
  const field = (key: TextField, label: string, hint?: string) => (
    <LabelledField key={key} label={label} {...(hint !== undefined && { hint })}>
      {(ids) => (
        <input
          {...ids}
          className={FIELD_STYLE}
          type={key === 'asOf' ? 'date' : 'text'}
          required={key === 'name'}
          maxLength={500}
          value={form[key]}
          onChange={({ target }) => change({ [key]: target.value })}
        />
      )}
    </LabelledField>
  );
  return (
    <form
      aria-label={standing === null ? say.form.title : say.form.edit}
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 className="text-20 font-bold">{standing === null ? say.form.title : say.form.edit}</h3>
      {field('name', say.form.name)}
      <ChoiceField
        label={say.form.category}
        value={form.category}
        choices={RESOURCE_CATEGORIES.map((one) => [one, words.pick(CATEGORY_LABELS[one])] as const)}
        onChange={(value) =>
          change({ category: RESOURCE_CATEGORIES.find((one) => one === value) ?? form.category })
        }
      />
      {field('hours', say.hours, say.form.hoursHint)}
      {field('address', say.address)}
      {field('district', say.district)}
      {field('phone', say.phone)}
      {field('web', say.web, say.form.webHint)}
      <fieldset>
        <legend className="font-bold">{say.accessibility}</legend>
        {ACCESSIBILITY.map((one) => (
          <Checkbox
            key={one}
            label={words.pick(ACCESSIBILITY_LABELS[one])}
            isChecked={form.accessibility.includes(one)}
            onChange={(isOn) => {
              const others = form.accessibility.filter((other) => other !== one);
              change({ accessibility: isOn ? [...others, one] : others });
            }}
          />
        ))}
      </fieldset>
      {field('position', say.form.position, say.form.positionHint)}
      {isPositionWrong && (
        <p role="alert" className="font-bold text-error">
          {say.form.positionWrong}
        </p>
      )}
      {field('note', say.note)}
      {field('asOf', say.asOf)}
      {quicker !== null && <StaleResource form={form} standing={quicker} />}
      {standingIn(save.error) === null && <Refusal error={save.error} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={save.isPending}>
          {quicker === null ? say.form.save : say.form.overwrite}
        </Button>
        <Button onPress={() => (onDone ?? (() => changeRelayView({ resource: null })))()}>
          {say.form.cancel}
        </Button>
      </div>
    </form>
  );
}

type TextField = Exclude<keyof ResourceFields, 'category' | 'accessibility'>;
