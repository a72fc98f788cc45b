import { FIRE_ANSWERS, type FireCheckAnswer } from '#contract/fire-check';
import { formatNumber } from '../../../i18n/format.ts';
import { useFireWords } from '../use-fire-words.ts';
import type { FirePlan } from './fire-plan.ts';
import { changeFire } from './use-fire-check.ts';

/** How each district fares; its name shows its people alone. */
export function FireDistricts(props: {
  readonly plan: FirePlan;
  readonly districts: FireCheckAnswer['districts'];
}) {
  const say = useFireWords().result;
  const { shownDistrict } = props.plan;
  return (
    <div className="flex flex-col gap-1">
      <h4 className="font-bold">{say.byDistrict}</h4>
      <table className="w-full text-14 leading-snug">
        <caption className="sr-only">{say.byDistrict}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-1 text-left">
              {say.district}
            </th>
            {FIRE_ANSWERS.map((one) => (
              <th key={one} scope="col" className="w-[15%] py-1 pl-2 text-right">
                {say.answers[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.districts.map((district) => {
            const name = district.name ?? say.noDistrict;
            const key = district.name ?? '';
            const isShown = shownDistrict === key;
            return (
              <tr key={key} className="border-b border-line">
                <th scope="row" className="text-left font-normal">
                  <button
                    type="button"
                    aria-pressed={isShown}
                    aria-label={say.onlyDistrict(name)}
                    className={`focus-inset min-h-8 w-full text-left underline hover:bg-surface-soft ${isShown ? 'bg-action-soft font-bold' : ''}`}
                    onClick={() => changeFire({ shownDistrict: isShown ? null : key })}
                  >
                    {name}
                  </button>
                </th>
                {FIRE_ANSWERS.map((one) => (
                  <td
                    key={one}
                    className={`number py-1.5 pl-2 text-right ${one !== 'reached' && district[one] > 0 ? 'font-bold' : ''}`}
                  >
                    {formatNumber(district[one])}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
