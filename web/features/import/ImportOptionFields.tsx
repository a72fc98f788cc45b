import { type ReactNode, useId } from 'react';
import type { ImportSource } from '#contract/dataset';
import { type ImportOptionTexts, TEXT_ENCODINGS } from '#contract/import';
import { useWords } from '../../i18n/use-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { OPTIONS_OF, withOption } from './import-option-fields.ts';

interface ImportOptionFieldsProps {
  readonly source: ImportSource;
  readonly options: ImportOptionTexts;
  readonly onChange: (options: ImportOptionTexts) => void;
}

const FIELD = 'h-11 w-full rounded-8 border border-line-strong bg-surface px-3';
const PLANE_ZONES = Array.from({ length: 19 }, (_, index) => String(index + 1));

/** What the files do not say of themselves; closed until somebody needs it. */
export function ImportOptionFields({ source, options, onChange }: ImportOptionFieldsProps) {
  const say = useWords().data.import.options;
  const set = (name: keyof ImportOptionTexts, value: string) =>
    onChange(withOption(options, name, value));
  const flag = (name: 'clip' | 'boundary') => (
    <Checkbox
      label={say.names[name]}
      isChecked={options[name] === 'true'}
      onChange={(isChecked) => set(name, isChecked ? 'true' : '')}
    />
  );
  const choice = (name: 'encoding' | 'planeZone', values: readonly string[]) => (
    <Field label={say.names[name]}>
      {(id) => (
        <select
          id={id}
          className={FIELD}
          value={options[name] ?? ''}
          onChange={(event) => set(name, event.target.value)}
        >
          <option value="">{say.byTheFile}</option>
          {values.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const text = (name: 'asOf' | 'nameAttribute' | 'sheet', type: 'text' | 'date') => (
    <Field label={say.names[name]}>
      {(id) => (
        <input
          id={id}
          type={type}
          className={FIELD}
          value={options[name] ?? ''}
          onChange={(event) => set(name, event.target.value)}
        />
      )}
    </Field>
  );
  const fields: Readonly<Record<keyof ImportOptionTexts, ReactNode>> = {
    asOf: text('asOf', 'date'),
    encoding: choice('encoding', TEXT_ENCODINGS),
    planeZone: choice('planeZone', PLANE_ZONES),
    nameAttribute: text('nameAttribute', 'text'),
    sheet: text('sheet', 'text'),
    clip: flag('clip'),
    boundary: flag('boundary'),
    scope: null,
    // By the columns that were found, above.
    mapping: null,
  };
  return (
    <details className="rounded-8 border border-line px-4">
      <summary className="min-h-11 cursor-pointer py-2.5 font-bold">{say.title}</summary>
      <div key={source} className="grid gap-x-4 gap-y-2 pb-4 sm:grid-cols-2">
        {OPTIONS_OF[source].map((name) => (
          <div key={name} className={`min-w-0 ${isFlag(name) ? 'sm:col-span-2' : ''}`}>
            {fields[name]}
          </div>
        ))}
      </div>
    </details>
  );
}

const isFlag = (name: keyof ImportOptionTexts) => name === 'clip' || name === 'boundary';

function Field(props: {
  readonly label: string;
  /** The control, which takes the id that its label is for. */
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-14">
        {props.label}
      </label>
      {props.children(id)}
    </div>
  );
}
