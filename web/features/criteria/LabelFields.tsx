import { useId } from 'react';
import type { Bilingual } from '#domain/resident/labels';
import { FIELD } from './field.ts';
import { isWrongAt, Remarks, type RemarksByPath } from './Remarks.tsx';
import { useCriteriaWords } from './use-criteria-words.ts';

interface LabelFieldsProps {
  readonly label: string;
  readonly value: Bilingual;
  readonly path: string;
  readonly remarks: RemarksByPath;
  readonly onChange: (value: Bilingual) => void;
  readonly isLong?: boolean;
}

/** Words in Japanese; the English beside them may be left out. */
export function LabelFields({ label, value, path, remarks, onChange, isLong }: LabelFieldsProps) {
  const say = useCriteriaWords().criteria;
  const fieldId = useId();
  const remarkId = useId();
  const isWrong = isWrongAt(remarks, path);
  const Field = isLong === true ? 'textarea' : 'input';
  const look = isLong === true ? `${FIELD} min-h-22 w-full py-2 leading-normal` : `${FIELD} w-full`;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <label htmlFor={fieldId} className="text-14">
        {label}
      </label>
      <Field
        id={fieldId}
        className={`${look} ${isWrong ? 'border-2 border-error' : ''}`}
        lang="ja"
        maxLength={isLong === true ? 2000 : 100}
        value={value.ja}
        aria-invalid={isWrong}
        aria-describedby={remarkId}
        onChange={(event) => onChange({ ...value, ja: event.target.value })}
      />
      <div id={remarkId}>
        <Remarks remarks={remarks} path={path} />
      </div>
      <details>
        <summary className="min-h-8 w-fit cursor-pointer text-14 text-ink-soft">
          {say.fields.english}
          {value.en === '' ? '' : `: ${value.en.slice(0, 40)}`}
        </summary>
        <Field
          className={look}
          lang="en"
          aria-label={`${label} ${say.fields.english}`}
          maxLength={isLong === true ? 2000 : 100}
          value={value.en}
          onChange={(event) => onChange({ ...value, en: event.target.value })}
        />
      </details>
    </div>
  );
}
