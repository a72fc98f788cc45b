import { FIELD_STYLE, LabelledField } from './LabelledField.tsx';

/** One of some values, as [value, text]. */
export function ChoiceField(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <LabelledField label={props.label}>
      {(ids) => (
        <select
          {...ids}
          className={FIELD_STYLE}
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
    </LabelledField>
  );
}
