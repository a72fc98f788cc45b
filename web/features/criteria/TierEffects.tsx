import type { CriteriaEffect } from '#contract/criteria-desk';
import { formatNumber } from '../../i18n/format.ts';
import { NUMBER_CELL, signed, TABLE } from './table.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

type Tier = CriteriaEffect['to']['tiers'][number];

/** People per tier before and after. The others of both are one row, whatever the number of tiers. */
export function TierEffects({ effect: { from, to } }: { readonly effect: CriteriaEffect }) {
  const words = useCriteriaWords();
  const say = words.criteria.effect;
  const rows = tierRows(from.tiers, to.tiers);
  const most = Math.max(
    1,
    ...rows.flatMap(({ before, after }) => [before?.count ?? 0, after?.count ?? 0]),
  );
  return (
    <table className={TABLE}>
      <caption className="pb-1 text-left font-bold">{say.byTier}</caption>
      <thead>
        <tr className="text-14 text-ink-soft">
          <th scope="col" className="text-left font-normal">
            {say.tier}
          </th>
          <th scope="col" className={`${NUMBER_CELL} font-normal`}>
            {say.before}
          </th>
          <th scope="col" className={`${NUMBER_CELL} font-normal`}>
            {say.after}
          </th>
          <th scope="col" className={`${NUMBER_CELL} font-normal`}>
            {say.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, before, after }) => {
          const difference = (after?.count ?? 0) - (before?.count ?? 0);
          const label = after?.label ?? before?.label ?? { ja: '', en: '' };
          const uncertain = after?.uncertain ?? 0;
          return (
            <tr key={number ?? 'others'} className="border-t border-line align-top">
              <th scope="row" className="py-2 pr-2 text-left font-normal">
                <span className="font-bold">
                  {number === null ? say.noTier : words.terms.tier(number)}
                </span>{' '}
                <span className="text-14">{words.pick(label)}</span>
                {before !== null && after !== null && before.label.ja !== after.label.ja && (
                  <span className="block text-14 text-ink-soft">
                    {say.formerly(words.pick(before.label))}
                  </span>
                )}
                <Bar share={(after?.count ?? 0) / most} />
                {uncertain > 0 && (
                  <span className="block text-14 text-caution">
                    {say.uncertain(formatNumber(uncertain))}
                  </span>
                )}
              </th>
              <td className={NUMBER_CELL}>{before === null ? '–' : formatNumber(before.count)}</td>
              <td className={`${NUMBER_CELL} font-bold`}>
                {after === null ? '–' : formatNumber(after.count)}
              </td>
              <td className={NUMBER_CELL}>{signed(difference)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <span aria-hidden="true" className="mt-1 block h-1.5 rounded-full bg-surface-strong">
      <span
        className="block h-full rounded-full bg-ink-soft"
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </span>
  );
}

function tierRows(from: readonly Tier[], to: readonly Tier[]) {
  const count = Math.max(from.length, to.length) - 1;
  const rows = Array.from({ length: count }, (_, index) => ({
    number: (index + 1) as number | null,
    before: index < from.length - 1 ? (from[index] ?? null) : null,
    after: index < to.length - 1 ? (to[index] ?? null) : null,
  }));
  return [...rows, { number: null, before: from.at(-1) ?? null, after: to.at(-1) ?? null }];
}
