import { useState } from 'react';
import { VALUE_LABELS } from '#domain/plan/field-labels';
import { useWords } from '../../../i18n/use-words.ts';
import { usePlanWords } from '../use-plan-words.ts';
import type { FieldSpec } from './fields.ts';

interface ControlProps {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly id: string;
  readonly className: string;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** What the value is written into. Left empty it is not known, which is never "none". */
export function Control(props: ControlProps) {
  const { spec, value, onChange } = props;
  const words = useWords();
  const say = usePlanWords();
  const common = {
    id: props.id,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.isInvalid || undefined,
  };
  switch (spec.kind) {
    case 'lines':
      return <Lines {...props} />;
    case 'long':
      return (
        <textarea
          {...common}
          rows={4}
          className={props.className}
          value={textOf(value)}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      );
    case 'number':
      return (
        <div className="flex items-center gap-2">
          <input
            {...common}
            type="number"
            inputMode="decimal"
            step="any"
            className={`${props.className} number max-w-32`}
            value={textOf(value)}
            onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
          />
          {spec.unit !== undefined && <span>{say.form.units[spec.unit]}</span>}
        </div>
      );
    case 'yes-no':
    case 'choice': {
      const choices = optionsOf(spec);
      return (
        <select
          {...common}
          className={props.className}
          value={textOf(value)}
          onChange={({ target }) =>
            onChange(choices.find(([key]) => key === target.value)?.[2] ?? null)
          }
        >
          {!IS_ALWAYS_CHOSEN.test(spec.path) && <option value="">{say.form.unknown}</option>}
          {choices.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      );
    }
    default: {
      const isNeeded = /\/name$|\/who$|\/what$/.test(spec.path);
      return (
        <input
          {...common}
          type={spec.kind === 'phone' ? 'tel' : spec.kind === 'date' ? 'date' : 'text'}
          autoComplete="off"
          className={props.className}
          value={textOf(value)}
          onChange={({ target: { value: text } }) =>
            onChange(text === '' && !isNeeded && spec.kind !== 'date' ? null : text)
          }
        />
      );
    }
  }

  /** Key, words, and the value that is kept. */
  function optionsOf({ kind, path }: FieldSpec): (readonly [string, string, unknown])[] {
    if (kind === 'yes-no')
      return [
        ['true', say.form.yes, true],
        ['false', say.form.no, false],
      ];
    const levels =
      path === 'departure/startAt'
        ? [3, 4]
        : path === 'departure/steps/level'
          ? [1, 2, 3, 4, 5]
          : null;
    if (levels !== null)
      return levels.map((level) => [String(level), say.form.level(String(level)), level] as const);
    return Object.entries(VALUE_LABELS[path] ?? {}).map(
      ([key, label]) => [key, words.pick(label), key] as const,
    );
  }
}

/** Fields that always have a value. */
const IS_ALWAYS_CHOSEN =
  /^departure\/startAt$|\/level$|^(?:contacts|supporters)\/kind$|\/device$|\/signer$/;

const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value));

/** A list with one thing to a line; while it is typed in, an empty line may stand there. */
function Lines(props: ControlProps) {
  const lines = Array.isArray(props.value) ? props.value.map(String) : [];
  const [typed, setTyped] = useState<string | null>(null);
  const isTyped = typed !== null && linesIn(typed).join('\n') === lines.join('\n');
  return (
    <textarea
      id={props.id}
      aria-describedby={props.describedBy}
      aria-invalid={props.isInvalid || undefined}
      rows={Math.max(4, lines.length + 1)}
      className={props.className}
      value={isTyped ? typed : lines.join('\n')}
      onChange={({ target }) => {
        setTyped(target.value);
        props.onChange(linesIn(target.value));
      }}
    />
  );
}

const linesIn = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
