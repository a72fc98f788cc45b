import { useMemo, useState } from 'react';
import type { DrillView } from '#contract/drill';
import type { NewFinding } from '#contract/drill-after';
import { stepsOf } from '#domain/drill/drill';
import { type FindingChange, findingProblems } from '#domain/drill/evaluate/finding';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { ChangeFields } from './ChangeFields.tsx';
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
