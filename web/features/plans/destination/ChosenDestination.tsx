import { useId } from 'react';
import { VALUE_LABELS } from '#domain/plan/field-labels';
import { DESTINATION_KINDS, type PlanDestination } from '#domain/plan/plan';
import { useWords } from '../../../i18n/use-words.ts';
import { canDrawMap } from '../../../map/can-draw-map.ts';
import { Button } from '../../../ui/Button.tsx';
import { FactRow, Facts } from '../../../ui/Facts.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FIELD_STYLE } from '../../../ui/LabelledField.tsx';
import type { FormProps } from '../form/ContentPart.tsx';
import { problemText } from '../form/problem-text.ts';
import type { FieldProblem } from '../form/problems.ts';
import { pickOnMap } from '../map/pick-place.ts';
import { usePlanWords } from '../use-plan-words.ts';

const KINDS = VALUE_LABELS['destination/kind'] ?? {};

/** What is chosen. A shelter of the list is what its list says; another place is written by hand. */
export function ChosenDestination(
  props: FormProps & {
    readonly field: 'destination' | 'secondDestination';
    readonly chosen: PlanDestination;
  },
) {
  const { chosen, change, field } = props;
  const words = useWords();
  const say = usePlanWords();
  const kind = (one: string) => words.pick(KINDS[one] ?? { ja: one, en: one });
  const set = (part: Partial<PlanDestination>) =>
    change?.((was) => {
      const before = was[field];
      return before === null ? was : { ...was, [field]: { ...before, ...part } };
    });
  const text = (name: TextProps['name']) => ({
    ...{ name, label: say.destination[name], value: chosen[name] },
    problem: props.problems.find(({ path }) => path === `${field}/${name}`),
    onChange: (value: string | null) => set({ [name]: value }),
  });
  const isListed = chosen.shelterId !== null;
  const { position } = chosen.place;
  if (change === null || isListed)
    return (
      <>
        <Facts>
          <FactRow label={say.destination.name}>
            <strong>{chosen.name}</strong>
          </FactRow>
          <FactRow label={say.destination.kind}>{kind(chosen.kind)}</FactRow>
          <FactRow label={say.destination.address}>{chosen.address ?? say.form.unknown}</FactRow>
          <FactRow label={say.destination.phone}>{chosen.phone ?? say.form.unknown}</FactRow>
          <FactRow label={say.destination.place}>
            {position === null ? say.destination.noPlace : say.destination.hasPlace}
          </FactRow>
          {change === null && chosen.reason !== null && (
            <FactRow label={say.destination.reason}>{chosen.reason}</FactRow>
          )}
        </Facts>
        {change !== null && <Text {...text('reason')} />}
      </>
    );
  return (
    <div className="flex flex-col gap-3">
      <label className="flex flex-col gap-1 text-14 font-bold">
        {say.destination.kind}
        <select
          className={`${FIELD_STYLE} text-16 font-normal`}
          value={chosen.kind}
          onChange={({ target }) =>
            set({ kind: DESTINATION_KINDS.find((one) => one === target.value) ?? chosen.kind })
          }
        >
          {DESTINATION_KINDS.map((one) => (
            <option key={one} value={one}>
              {kind(one)}
            </option>
          ))}
        </select>
      </label>
      <Text {...text('name')} isNeeded />
      <Text {...text('address')} />
      <Text {...text('phone')} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-14">
          {position === null ? say.destination.noPlace : say.destination.hasPlace}
        </span>
        <Button
          className="px-3 text-14"
          isDisabled={!canDrawMap()}
          onPress={() =>
            pickOnMap(say.destination.picking, ([lng, lat]) =>
              set({ place: { position: { lng, lat }, accuracy: 'manual' } }),
            )
          }
        >
          <Icon name="target" />
          {say.destination.onMap}
        </Button>
      </div>
      <Text {...text('reason')} />
    </div>
  );
}

interface TextProps {
  readonly name: 'name' | 'address' | 'phone' | 'reason';
  readonly label: string;
  readonly value: string | null;
  readonly problem: FieldProblem | undefined;
  readonly isNeeded?: boolean;
  readonly onChange: (value: string | null) => void;
}

function Text(props: TextProps) {
  const { name, problem } = props;
  const say = usePlanWords();
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-14 font-bold">
        {props.label}
      </label>
      <input
        id={id}
        type={name === 'phone' ? 'tel' : 'text'}
        autoComplete="off"
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        className={`${FIELD_STYLE} ${problem === undefined ? '' : 'border-2 border-error'}`}
        value={props.value ?? ''}
        onChange={({ target: { value } }) =>
          props.onChange(value === '' && props.isNeeded !== true ? null : value)
        }
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-14 font-bold text-error">
          {problemText(problem, say)}
        </p>
      )}
    </div>
  );
}
