import type { ResourceDetail } from '#contract/resource';
import { ACCESSIBILITY, ACCESSIBILITY_LABELS, CATEGORY_LABELS } from '#domain/resource/resource';
import { useWords } from '../../i18n/use-words.ts';
import { formOf, type ResourceFields } from './resource-fields.ts';
import { useResourceWords } from './use-resource-words.ts';

const COMPARED = [
  ...(['name', 'category', 'hours', 'address', 'district', 'phone', 'web'] as const),
  ...(['accessibility', 'position', 'note', 'asOf'] as const),
];

/** Two officers edited at once: what stands now beside what was typed, where the two differ. */
export function StaleResource(props: {
  readonly form: ResourceFields;
  readonly standing: ResourceDetail;
}) {
  const { form, standing } = props;
  const words = useWords();
  const say = useResourceWords();
  const texts = (fields: ResourceFields) => ({
    ...fields,
    category: words.pick(CATEGORY_LABELS[fields.category]),
    accessibility: ACCESSIBILITY.filter((one) => fields.accessibility.includes(one))
      .map((one) => words.pick(ACCESSIBILITY_LABELS[one]))
      .join(words.comma),
  });
  const [now, typed] = [texts(formOf(standing.facts)), texts(form)];
  const { name, category, position } = say.form;
  const names = { ...say, name, category, position };
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 border-l-4 border-caution-line bg-caution-soft p-3"
    >
      <p className="font-bold text-caution">{say.form.conflict}</p>
      <table className="w-full text-14">
        <thead>
          <tr>
            <td />
            <th scope="col" className="text-left">
              {say.form.now}
            </th>
            <th scope="col" className="text-left">
              {say.form.yours}
            </th>
          </tr>
        </thead>
        <tbody>
          {COMPARED.filter((key) => now[key] !== typed[key]).map((key) => (
            <tr key={key} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-2 text-left">
                {names[key]}
              </th>
              <td className="py-1 pr-2 break-words">{now[key] || '―'}</td>
              <td className="py-1 break-words">{typed[key] || '―'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
