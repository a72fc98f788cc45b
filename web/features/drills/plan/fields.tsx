import { type ReactNode, useId } from 'react';
import { FIELD_STYLE } from '../../../ui/LabelledField.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { useDrillEditing } from './use-drill-draft.ts';

interface FieldProps {
  readonly label: string;
  /** Where its problems are told. */
  readonly path: string;
  /** In a table the head of the column says it. */
  readonly isLabelHidden?: boolean;
  readonly className?: string;
}

/** A control with its label and, below, what is wrong with it. */
function Field(
  props: FieldProps & {
    readonly children: (control: {
      readonly id: string;
      readonly className: string;
      readonly disabled: boolean;
      readonly 'aria-invalid': boolean;
      readonly 'aria-describedby': string | undefined;
      readonly 'aria-label': string | undefined;
    }) => ReactNode;
  },
) {
  const say = useDrillWords();
  const { problems, mayWrite } = useDrillEditing();
  const id = useId();
  const problem = problems.find(
    ({ path }) => path === props.path || path.startsWith(`${props.path}/`),
  );
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${props.className ?? ''}`}>
      {props.isLabelHidden !== true && (
        <label htmlFor={id} className="text-14 font-bold">
          {props.label}
        </label>
      )}
      {props.children({
        id,
        className: `${FIELD_STYLE} disabled:bg-surface-soft disabled:text-ink ${problem === undefined ? '' : 'border-2 border-error'}`,
        disabled: !mayWrite,
        'aria-invalid': problem !== undefined,
        'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
        'aria-label': props.isLabelHidden === true ? props.label : undefined,
      })}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-14 font-bold text-error">
          {say.problems[problem.kind]}
        </p>
      )}
    </div>
  );
}

export function TextField(
  props: FieldProps & {
    readonly value: string;
    readonly type?: 'text' | 'date' | 'time';
    /** By which the keyboard finds it again. */
    readonly marker?: string;
    readonly onChange: (value: string) => void;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          type={props.type ?? 'text'}
          autoComplete="off"
          data-in-step={props.marker}
          value={props.value}
          onChange={({ target }) => props.onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** A number that nobody may have said: the empty field is null and never 0. */
export function NumberField(
  props: FieldProps & {
    readonly value: number | null;
    readonly onChange: (value: number | null) => void;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          className={`number ${control.className}`}
          type="number"
          inputMode="numeric"
          min={0}
          value={props.value ?? ''}
          onChange={({ target }) =>
            props.onChange(target.value === '' ? null : Number(target.value))
          }
        />
      )}
    </Field>
  );
}

export function SelectField(
  props: FieldProps & {
    readonly value: string;
    readonly choices: readonly (readonly [string, string])[];
    readonly onChange: (value: string) => void;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <select
          {...control}
          value={props.value}
          onChange={({ target }) => props.onChange(target.value)}
        >
          {props.choices.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What is wrong with something that is no control. */
export function ProblemAt({ path }: { readonly path: string }) {
  const say = useDrillWords();
  const problem = useDrillEditing().problems.find((one) => one.path === path);
  if (problem === undefined) return null;
  return (
    <p tabIndex={-1} aria-invalid="true" className="text-14 font-bold text-error">
      {say.problems[problem.kind]}
    </p>
  );
}
