import { useState } from 'react';
import type { Comparison } from '#domain/priority/criteria';
import { CARE_LEVELS } from '#domain/resident/care-level';
import type { FactName } from '#domain/resident/facts';
import { FACT_LABELS } from '#domain/resident/labels';
import { choicesOf, gradeChoices } from './comparison-choices.ts';
import {
  type ComparisonParts,
  comparisonOf,
  type Form,
  formsOf,
  inForm,
  partsOf,
  startOf,
} from './comparison-parts.ts';
import { FIELD } from './field.ts';
import { useCriteriaWords } from './use-criteria-words.ts';
import { ValuePicker } from './ValuePicker.tsx';

const FACTS = Object.keys(FACT_LABELS) as readonly FactName[];

interface ComparisonEditorProps {
  readonly comparison: Comparison;
  readonly isWrong: boolean;
  readonly onChange: (comparison: Comparison) => void;
}

/** One comparison as a sentence of pickers: the fact, how it is compared, the values. */
export function ComparisonEditor({ comparison, isWrong, onChange }: ComparisonEditorProps) {
  const words = useCriteriaWords();
  const say = words.criteria.condition;
  const parts = partsOf(comparison);
  const put = (changed: ComparisonParts) => {
    const next = comparisonOf(changed);
    if (next !== null) onChange(next);
  };
  const forms = formsOf(parts.fact);
  const hasValues = choicesOf(parts.fact, parts.form).length > 0;
  return (
    <>
      <select
        aria-label={say.fact}
        className={`${FIELD} max-w-full`}
        value={parts.fact}
        onChange={(event) => put(startOf(event.target.value as FactName))}
      >
        {FACTS.map((fact) => (
          <option key={fact} value={fact}>
            {words.pick(FACT_LABELS[fact])}
          </option>
        ))}
      </select>
      {forms.length > 1 ? (
        <select
          aria-label={say.form}
          className={`${FIELD} max-w-full`}
          value={parts.form}
          onChange={(event) => put(inForm(parts, event.target.value as Form))}
        >
          {forms.map((form) => (
            <option key={form} value={form}>
              {say.forms[form]}
            </option>
          ))}
        </select>
      ) : (
        <span>{say.forms[parts.form]}</span>
      )}
      {hasValues && parts.form !== 'atLeast' && (
        <ValuePicker
          label={say.values}
          choices={choicesOf(parts.fact, parts.form)}
          chosen={parts.values}
          isWrong={isWrong && parts.values.length === 0}
          onChange={(values) => put({ ...parts, values })}
        />
      )}
      {parts.form === 'gradeOneOf' && (
        <ValuePicker
          label={say.grades}
          choices={gradeChoices(parts.values, parts.grades)}
          chosen={parts.grades}
          isWrong={isWrong && parts.grades.length === 0}
          onChange={(grades) => put({ ...parts, grades })}
        />
      )}
      {parts.fact === 'careLevel' && parts.form === 'atLeast' && (
        <select
          aria-label={say.values}
          className={FIELD}
          value={parts.limit}
          onChange={(event) => put({ ...parts, limit: event.target.value })}
        >
          {CARE_LEVELS.map((level) => (
            <option key={level} value={level}>
              {words.careLevel(level)}
            </option>
          ))}
        </select>
      )}
      {(parts.fact === 'age' || parts.fact === 'supporterCount') && (
        <NumberField
          value={parts.limit}
          unit={say.units[parts.fact]}
          onPut={(limit) => put({ ...parts, limit })}
        />
      )}
      {parts.form === 'gradeAtMost' && (
        <NumberField
          value={parts.limit}
          unit={say.units.grade}
          onPut={(limit) => put({ ...parts, limit })}
        />
      )}
    </>
  );
}

/** What is being typed may be no number yet; the last one that was stays until it is. */
function NumberField(props: {
  readonly value: string;
  readonly unit: string;
  readonly onPut: (value: string) => void;
}) {
  const words = useCriteriaWords();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="inline-flex items-center gap-2">
      <input
        aria-label={words.criteria.condition.limit}
        type="number"
        min={0}
        max={130}
        className={`${FIELD} number w-24`}
        value={typed ?? props.value}
        onChange={(event) => {
          setTyped(event.target.value);
          props.onPut(event.target.value);
        }}
        onBlur={() => setTyped(null)}
      />
      {props.unit}
    </label>
  );
}
