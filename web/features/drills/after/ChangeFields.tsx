import type { DrillView } from '#contract/drill';
import { stepsOf } from '#domain/drill/drill';
import type { FindingChange } from '#domain/drill/evaluate/finding';
import { useWords } from '../../../i18n/use-words.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { RoadList } from '../plan/RoadList.tsx';
import { useAfterWords } from './use-after-words.ts';

/** What a finding changes, by its kind. */
export function ChangeFields(props: {
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
