import { type ReactNode, useId } from 'react';
import { FIELD_LABELS } from '#domain/plan/field-labels';
import { valueInWords } from '#domain/plan/field-words';
import { useWords } from '../../../i18n/use-words.ts';
import { FactRow } from '../../../ui/Facts.tsx';
import { FIELD_STYLE } from '../../../ui/LabelledField.tsx';
import { valueAt, withValueAt } from '../draft/at-path.ts';
import { usePlanWords } from '../use-plan-words.ts';
import type { FormProps } from './ContentPart.tsx';
import { Control } from './Control.tsx';
import type { FieldSpec } from './fields.ts';
import { problemText } from './problem-text.ts';

/** One field under its label, with its hint and what is wrong with it; a line of facts for who reads only. */
export function Field(
  props: Pick<FormProps, 'content' | 'problems' | 'change'> & {
    readonly spec: FieldSpec;
    /** With the key of its row. */
    readonly path: string;
    readonly hint?: string | null;
  },
) {
  const { spec, path, content, change } = props;
  const words = useWords();
  const say = usePlanWords();
  const id = useId();
  const label = words.pick(FIELD_LABELS[spec.path] ?? { ja: spec.path, en: spec.path });
  const value = valueAt(content, path);
  if (change === null)
    return (
      <dl>
        <FactRow label={label}>{spokenValue(path, value)}</FactRow>
      </dl>
    );
  const problem = props.problems.find(
    (one) => one.path === path || one.path.startsWith(`${path}/`),
  );
  const hint = props.hint ?? (spec.kind === 'lines' ? say.form.lines : null);
  const describedBy =
    [hint !== null && `${id}-hint`, problem !== undefined && `${id}-problem`]
      .filter((one) => one !== false)
      .join(' ') || undefined;
  return (
    <Labelled id={id} label={capitalised(label)}>
      <Control
        spec={spec}
        value={value}
        id={id}
        className={`${FIELD_STYLE} ${problem === undefined ? '' : 'border-2 border-error'}`}
        isInvalid={problem !== undefined}
        describedBy={describedBy}
        onChange={(next) => change((was) => withValueAt(was, path, next))}
      />
      {hint !== null && (
        <p id={`${id}-hint`} className="text-14 leading-normal text-ink-soft">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-14 font-bold text-error">
          {problemText(problem, say)}
        </p>
      )}
    </Labelled>
  );

  function spokenValue(at: string, one: unknown): string {
    const said = Array.isArray(one) && one.length === 0 ? null : one;
    if (spec.kind === 'choice' && spec.path.endsWith('level')) return say.form.level(String(said));
    if (spec.path === 'departure/startAt') return say.form.level(String(said));
    const text = words.pick(valueInWords(at, said));
    return said !== null && said !== undefined && spec.unit !== undefined
      ? `${text} ${say.form.units[spec.unit]}`
      : text;
  }
}

function Labelled(props: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={props.id} className="text-14 font-bold">
        {props.label}
      </label>
      {props.children}
    </div>
  );
}

/** In the catalogue of fields English names of parts of a row begin small, as they stand within a line. */
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
