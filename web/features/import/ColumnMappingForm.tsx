import type { ColumnMapping, UploadColumns } from '#contract/data-decisions';
import { useImportWords } from '../../i18n/use-import-words.ts';

interface ColumnMappingFormProps {
  readonly found: UploadColumns;
  readonly columns: ColumnMapping['columns'];
  readonly onChange: (columns: ColumnMapping['columns']) => void;
}

/** For each item the column that holds it, with what stands in that column. */
export function ColumnMappingForm({ found, columns, onChange }: ColumnMappingFormProps) {
  const words = useImportWords();
  const say = words.imports.columns;
  const used = new Set(Object.values(columns));
  const unused = found.columns.map(({ header }) => header).filter((header) => !used.has(header));
  const missing = missingFields(found, columns);
  const comma = words.language === 'ja' ? '、' : ', ';
  return (
    <div className="flex flex-col gap-3 pb-4">
      {found.savedAt !== null && <p>{say.saved(words.moment(found.savedAt))}</p>}
      <p className="text-14 text-ink-soft">{say.note}</p>
      <ul className="divide-y divide-line border-y border-line">
        {found.fields.map(({ field, label, isNeeded }) => {
          const header = columns[field] ?? null;
          const samples = found.columns.find((one) => one.header === header)?.samples ?? [];
          return (
            <li key={field} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[12rem_14rem_1fr]">
              <label htmlFor={`column-${field}`} className="self-center">
                {words.pick(label)}
                {isNeeded && <span className="ml-2 text-14 text-error">{say.needed}</span>}
              </label>
              <select
                id={`column-${field}`}
                value={header ?? ''}
                className="h-11 w-full rounded-8 border border-line-strong bg-surface px-2"
                onChange={({ target }) =>
                  onChange({ ...columns, [field]: target.value === '' ? null : target.value })
                }
              >
                <option value="">{say.none}</option>
                {found.columns.map((one) => (
                  <option key={one.header} value={one.header}>
                    {one.header}
                  </option>
                ))}
              </select>
              <p className="min-w-0 self-center truncate text-14 text-ink-soft">
                {samples.join(' / ')}
              </p>
            </li>
          );
        })}
      </ul>
      {missing.length > 0 && (
        <p role="alert" className="font-bold text-error">
          {say.missing(missing.map(({ label }) => words.pick(label)).join(comma))}
        </p>
      )}
      {unused.length > 0 && <p className="text-14">{say.unused(unused.join(comma))}</p>}
    </div>
  );
}

/** What a list cannot do without and no column was chosen for. */
export function missingFields(
  { fields }: UploadColumns,
  columns: ColumnMapping['columns'],
): UploadColumns['fields'] {
  return fields.filter(({ field, isNeeded }) => isNeeded && !columns[field]);
}
