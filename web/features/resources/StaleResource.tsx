import type { ResourceDetail } from '#contract/resource';
import { formOf, type ResourceFields } from './resource-fields.ts';
import { useResourceWords } from './use-resource-words.ts';

const COMPARED = [
  'name',
  'hours',
  'address',
  'district',
  'phone',
  'web',
  'position',
  'note',
] as const;

/** Two officers edited at once: what stands now beside what was typed, where the two differ. */
export function StaleResource(props: {
  readonly form: ResourceFields;
  readonly standing: ResourceDetail;
}) {
  const { form, standing } = props;
  const say = useResourceWords();
  const now = formOf(standing.facts);
  const names = { ...say, name: say.form.name, position: say.form.position };
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
          {COMPARED.filter((key) => now[key] !== form[key]).map((key) => (
            <tr key={key} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-2 text-left">
                {names[key]}
              </th>
              <td className="py-1 pr-2 break-words">{now[key] || '―'}</td>
              <td className="py-1 break-words">{form[key] || '―'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
