import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { DrillStep, stepsOf } from '#domain/drill/drill';
import { pickUpStep } from '#domain/drill/tours/tour-span';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { NumberField, SelectField, TextField } from './fields.tsx';
import { changeStep, markPickUp, moveStep, removeStep, restoreStep } from './step-edits.ts';
import { useDrillEditing } from './use-drill-draft.ts';

const LEVELS = [2, 3, 4, 5] as const;

/** One step: what, who, how long, after what; more of it below when it is opened. */
export function StepRow(props: {
  readonly step: DrillStep;
  readonly path: string;
  readonly steps: ReturnType<typeof stepsOf>;
}) {
  const { step, path, steps } = props;
  const words = useWords();
  const say = useDrillWords().steps;
  const { content, view, change, mayWrite } = useDrillEditing();
  const { tourSpan } = view;
  const isPickUp = pickUpStep(content.manual)?.id === step.id;
  const [isOpen, setOpen] = useState(false);
  const name = words.pick(step.label) || step.label.ja || say.unnamed;
  const { manual } = content;
  const edit = (update: (was: typeof manual) => typeof manual, field?: string) =>
    change((was) => ({ ...was, manual: update(was.manual) }), field);
  const put = (next: Partial<DrillStep>, field?: string) =>
    edit(
      (was) => changeStep(was, step.id, next),
      field === undefined ? undefined : `${step.id} ${field}`,
    );
  const move = (by: -1 | 1) => {
    edit((was) => moveStep(was, step.id, by));
    // The row may be made anew in another table: the keyboard goes with it.
    const focused = document.activeElement?.getAttribute('data-in-step');
    setTimeout(() => {
      const row = document.getElementById(`step-${step.id}`);
      row?.querySelector<HTMLElement>(`[data-in-step="${focused}"]`)?.focus();
    }, 0);
  };
  const remove = () => {
    edit((was) => removeStep(was, step.id));
    offerUndo({
      text: say.removed(name),
      undo: () => edit((was) => restoreStep(was, manual, step.id)),
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !mayWrite)
      return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const nameOf = (id: string) => {
    const other = steps.find((one) => one.id === id);
    return other === undefined ? id : words.pick(other.label) || other.label.ja;
  };
  return (
    <>
      <tr id={`step-${step.id}`} className="align-top" data-step={step.id}>
        <td className="py-1 pr-2" onKeyDown={onKey}>
          <TextField
            isLabelHidden
            label={say.step}
            path={`${path}/label`}
            marker="name"
            value={step.label.ja}
            onChange={(ja) => put({ label: { ...step.label, ja } }, 'name')}
          />
        </td>
        <td className="py-1 pr-2">
          <SelectField
            isLabelHidden
            label={`${name} ${say.role}`}
            path={`${path}/roleId`}
            value={step.roleId}
            choices={manual.roles.map(({ id, label }) => [id, words.pick(label)])}
            onChange={(roleId) => put({ roleId })}
          />
        </td>
        <td className="py-1 pr-2">
          <NumberField
            isLabelHidden
            label={`${name} ${say.minutes}`}
            path={`${path}/plannedMinutes`}
            value={step.plannedMinutes}
            onChange={(plannedMinutes) => put({ plannedMinutes }, 'minutes')}
          />
          {isPickUp && tourSpan !== null && (
            <p className="text-14">
              {say.fromTours(formatNumber(tourSpan.endMinute - tourSpan.startMinute))}
            </p>
          )}
        </td>
        <td className="py-1 pr-2 text-14">
          {step.after.length === 0 ? say.nothingBefore : step.after.map(nameOf).join(words.comma)}
        </td>
        <td className="py-1 whitespace-nowrap">
          <SmallButton
            icon={isOpen ? 'minus' : 'more'}
            label={say.details(name)}
            isExpanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          />
          {mayWrite && (
            <>
              <SmallButton marker="up" icon="up" label={say.up(name)} onPress={() => move(-1)} />
              <SmallButton
                marker="down"
                icon="down"
                label={say.down(name)}
                onPress={() => move(1)}
              />
              <SmallButton icon="close" label={say.remove(name)} onPress={remove} />
            </>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={5} className="border-b border-line pb-3">
            <div className="grid grid-cols-3 gap-3">
              <SelectField
                label={say.fromLevel}
                path={`${path}/fromLevel`}
                value={String(step.fromLevel ?? '')}
                choices={[
                  ['', say.whenever],
                  ...LEVELS.map((level): [string, string] => [
                    String(level),
                    say.level(String(level)),
                  ]),
                ]}
                onChange={(value) =>
                  put({ fromLevel: LEVELS.find((one) => String(one) === value) ?? null })
                }
              />
              <SelectField
                label={say.form}
                path={`${path}/formId`}
                value={step.formId ?? ''}
                choices={[
                  ['', say.noForm],
                  ...manual.forms.map(({ id, title }): [string, string] => [id, words.pick(title)]),
                ]}
                onChange={(id) => put({ formId: id === '' ? null : id })}
              />
              <TextField
                label={say.english}
                path={`${path}/label/en`}
                value={step.label.en}
                onChange={(en) => put({ label: { ...step.label, en } }, 'english')}
              />
            </div>
            <fieldset disabled={!mayWrite} className="pt-2">
              <Checkbox
                label={say.isPickUp}
                isChecked={isPickUp}
                onChange={(isOn) =>
                  change((was) => ({
                    ...was,
                    manual: markPickUp(was.manual, isOn ? step.id : null),
                  }))
                }
              />
            </fieldset>
            <fieldset disabled={!mayWrite} className="pt-2">
              <legend className="text-14 font-bold">{say.after}</legend>
              <div className="grid grid-cols-2">
                {steps
                  .filter(({ id }) => id !== step.id)
                  .map(({ id }) => (
                    <label key={id} className="flex min-h-9 items-center gap-2 text-14">
                      <input
                        type="checkbox"
                        className="size-5 shrink-0 accent-action"
                        checked={step.after.includes(id)}
                        onChange={() =>
                          put({
                            after: step.after.includes(id)
                              ? step.after.filter((one) => one !== id)
                              : [...step.after, id],
                          })
                        }
                      />
                      {nameOf(id)}
                    </label>
                  ))}
              </div>
            </fieldset>
          </td>
        </tr>
      )}
    </>
  );
}

function SmallButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly marker?: string;
  readonly isExpanded?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      aria-expanded={props.isExpanded}
      data-in-step={props.marker}
      className="inline-flex size-9 items-center justify-center rounded-8 hover:bg-surface-strong"
      onClick={props.onPress}
    >
      <Icon name={props.icon} className="size-4" />
    </button>
  );
}
