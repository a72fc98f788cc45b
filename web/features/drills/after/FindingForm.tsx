import { useMemo, useState } from 'react';
import type { DrillView } from '#contract/drill';
import type { NewFinding } from '#contract/drill-after';
import { stepsOf } from '#domain/drill/drill';
import { type FindingChange, findingProblems } from '#domain/drill/evaluate/finding';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { RoadList } from '../plan/RoadList.tsx';
import { useAfterWords } from './use-after-words.ts';

const KINDS = ['none', 'template', 'route-closure', 'shelter', 'plans'] as const;

/** A finding as it is written; what it lacks is told in words before it is sent. */
export function FindingForm(props: {
  readonly code: string;
  readonly view: DrillView;
  readonly finding: NewFinding;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly onSave: (finding: NewFinding) => void;
  readonly onCancel: () => void;
}) {
  const { view } = props;
  const words = useWords();
  const say = useAfterWords().findings;
  const [finding, setFinding] = useState(props.finding);
  const [isTold, setTold] = useState(false);
  const set = (next: Partial<NewFinding>) => setFinding({ ...finding, ...next });
  const problems = useMemo(
    () => findingProblems({ ...finding, id: '', doneDate: null }, view.content),
    [finding, view.content],
  );
  const input = (
    label: string,
    field: 'owner' | 'ownerName' | 'dueDate',
    hint?: string,
    type = 'text',
  ) => (
    <LabelledField label={label} {...(hint !== undefined && { hint })}>
      {(ids) => (
        <input
          {...ids}
          type={type}
          className={FIELD_STYLE}
          value={finding[field] ?? ''}
          onChange={({ target }) => set({ [field]: target.value === '' ? null : target.value })}
        />
      )}
    </LabelledField>
  );
  return (
    <form
      aria-label={say.title}
      className="flex flex-col gap-3 rounded-8 border-2 border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault();
        setTold(problems.length > 0);
        if (problems.length === 0) props.onSave(finding);
      }}
    >
      <LabelledField label={say.text} hint={say.textHint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={1000}
            className={FIELD_STYLE}
            value={finding.text}
            onChange={({ target }) => set({ text: target.value })}
          />
        )}
      </LabelledField>
      <div className="grid grid-cols-2 gap-3">
        {input(say.owner, 'owner', say.ownerHint)}
        {input(say.ownerName, 'ownerName')}
        {input(say.due, 'dueDate', undefined, 'date')}
        <ChoiceField
          label={say.change}
          value={finding.change.kind}
          choices={KINDS.map((kind) => [kind, say.changes[kind]])}
          onChange={(value) => {
            const kind = KINDS.find((one) => one === value);
            if (kind !== undefined) set({ change: emptyChange(kind, view) });
          }}
        />
      </div>
      <ChangeFields
        code={props.code}
        view={view}
        change={finding.change}
        onChange={(change) => set({ change: change as NewFinding['change'] })}
      />
      {isTold && problems.length > 0 && (
        <ul role="alert" className="list-disc pl-5 font-bold text-error">
          {problems.map((problem) => (
            <li key={problem.code}>{words.pick(problem)}</li>
          ))}
        </ul>
      )}
      <Refusal error={props.error} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isPending={props.isSaving}>
          {say.save}
        </Button>
        <Button onPress={props.onCancel}>{say.cancel}</Button>
      </div>
    </form>
  );
}

function emptyChange(kind: FindingChange['kind'], view: DrillView): NewFinding['change'] {
  switch (kind) {
    case 'none':
      return { kind };
    case 'template': {
      const [step] = stepsOf(view.content.manual);
      return { kind, stepId: step?.id ?? '', plannedMinutes: step?.plannedMinutes ?? 0 };
    }
    case 'route-closure':
      return { kind, roads: [] };
    case 'shelter':
      return { kind, shelterId: view.content.shelterIds[0] ?? '', note: '' };
    case 'plans':
      return { kind, residentIds: [] };
  }
}

/** What a finding changes, by its kind. */
function ChangeFields(props: {
  readonly code: string;
  readonly view: DrillView;
  readonly change: FindingChange;
  readonly onChange: (change: FindingChange) => void;
}) {
  const { code, view, change, onChange } = props;
  const words = useWords();
  const say = useAfterWords().findings;
  switch (change.kind) {
    case 'none':
      return null;
    case 'template':
      return (
        <div className="grid grid-cols-2 gap-3">
          <ChoiceField
            label={say.step}
            value={change.stepId}
            choices={stepsOf(view.content.manual).map(({ id, label }) => [
              id,
              words.pick(label) || label.ja,
            ])}
            onChange={(stepId) => onChange({ ...change, stepId })}
          />
          <LabelledField label={say.minutes}>
            {(ids) => (
              <input
                {...ids}
                type="number"
                min={0}
                className={`number ${FIELD_STYLE}`}
                value={change.plannedMinutes}
                onChange={({ target }) =>
                  onChange({ ...change, plannedMinutes: Number(target.value) })
                }
              />
            )}
          </LabelledField>
        </div>
      );
    case 'route-closure':
      return (
        <RoadList
          code={code}
          label={say.changes['route-closure']}
          roads={change.roads}
          onChange={(roads) => onChange({ ...change, roads })}
        />
      );
    case 'shelter':
      return (
        <div className="grid grid-cols-2 gap-3">
          <ChoiceField
            label={say.shelter}
            value={change.shelterId}
            choices={view.shelters.map(({ id, name }) => [id, name])}
            onChange={(shelterId) => onChange({ ...change, shelterId })}
          />
          <LabelledField label={say.note}>
            {(ids) => (
              <input
                {...ids}
                className={FIELD_STYLE}
                maxLength={500}
                value={change.note}
                onChange={({ target }) => onChange({ ...change, note: target.value })}
              />
            )}
          </LabelledField>
        </div>
      );
    case 'plans': {
      const people = view.content.people.flatMap(({ residentId, name }) =>
        residentId === null ? [] : [{ residentId, name }],
      );
      return (
        <fieldset>
          <legend className="text-14 font-bold">{say.people}</legend>
          {people.length === 0 && <p>{say.noPeople}</p>}
          {people.map(({ residentId, name }) => (
            <Checkbox
              key={residentId}
              label={name}
              isChecked={change.residentIds.includes(residentId)}
              onChange={(isChosen) =>
                onChange({
                  ...change,
                  residentIds: isChosen
                    ? [...change.residentIds, residentId]
                    : change.residentIds.filter((one) => one !== residentId),
                })
              }
            />
          ))}
        </fieldset>
      );
    }
  }
}
