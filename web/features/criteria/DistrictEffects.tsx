import type { CriteriaEffect } from '#contract/criteria-desk';
import { formatNumber } from '../../i18n/format.ts';
import { NUMBER_CELL, signed, TABLE } from './table.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

/** For each district how many are in the first tier, before and after, and how many change. */
export function DistrictEffects({ effect: { districts } }: { readonly effect: CriteriaEffect }) {
  const say = useCriteriaWords().criteria.effect;
  const heads = [`${say.tierOne} ${say.before}`, say.after, say.difference, say.changedShort];
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-bold">{say.byDistrict}</summary>
      <table className={TABLE}>
        <thead>
          <tr className="text-14 text-ink-soft">
            <th scope="col" className="text-left font-normal">
              {say.district}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={`${NUMBER_CELL} font-normal`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {districts.map(({ district, changed, fromTiers, toTiers }) => {
            const [before, after] = [fromTiers[0] ?? 0, toTiers[0] ?? 0];
            return (
              <tr key={district ?? ''} className="border-t border-line">
                <th scope="row" className="py-2 pr-2 text-left font-normal">
                  {district ?? say.unknownDistrict}
                </th>
                <td className={NUMBER_CELL}>{formatNumber(before)}</td>
                <td className={`${NUMBER_CELL} font-bold`}>{formatNumber(after)}</td>
                <td className={NUMBER_CELL}>{signed(after - before)}</td>
                <td className={NUMBER_CELL}>{formatNumber(changed)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
