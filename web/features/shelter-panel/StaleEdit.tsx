import type { ShelterDetail } from '#contract/shelter';
import { SHELTER_FIELDS } from '#domain/shelter/shelter-edit';
import { useWords } from '../../i18n/use-words.ts';
import { type EditForm, readForm } from './edit-form.ts';
import { fieldWords } from './field-words.ts';

/** Two officers edited at once: what stands now beside what was typed, where the two differ. */
export function StaleEdit(props: { readonly form: EditForm; readonly now: ShelterDetail }) {
  const words = useWords();
  const { stale, fields } = words.shelterEdit;
  const { now } = props;
  const typed = readForm(props.form, now);
  const yours = typed.ok ? typed.overrides : {};
  const rows = SHELTER_FIELDS.map((field) => ({
    field,
    standing: fieldWords(field, now, words),
    typed: field in yours ? fieldWords(field, yours, words) : null,
  })).filter((row) => row.typed !== null && row.typed !== row.standing);
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 border-l-4 border-caution-line bg-caution-soft p-3"
    >
      <p className="font-bold text-caution">{stale.title}</p>
      <p className="text-14 text-caution">{stale.text}</p>
      <table className="w-full text-14">
        <thead>
          <tr>
            <td />
            <th scope="col" className="py-1 text-left">
              {stale.now}
            </th>
            <th scope="col" className="py-1 text-left">
              {stale.yours}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field} className="border-t border-line">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                {fields[row.field]}
              </th>
              <td className="pr-2">{row.standing}</td>
              <td className="font-bold">{row.typed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
