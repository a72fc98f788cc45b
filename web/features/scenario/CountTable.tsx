import type { RelationCounts } from '#domain/scenario/tally-scenario';
import { formatNumber } from '../../i18n/format.ts';
import { useScenarioWords } from './use-scenario-words.ts';

interface Row extends RelationCounts {
  readonly name: string;
}

/** Counts of groups of people; nothing where nobody is concerned. */
export function CountTable(props: { readonly title: string; readonly rows: readonly Row[] }) {
  const { result } = useScenarioWords().scenario;
  if (props.rows.length === 0) return null;
  return (
    <table className="w-full text-14">
      <caption className="pb-1 text-left text-16 font-bold">{props.title}</caption>
      <thead>
        <tr className="border-b border-line-strong">
          <td />
          {[result.inside, result.near, result.undetermined].map((label) => (
            <th key={label} scope="col" className="py-1 text-right">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.name} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {row.name}
            </th>
            {[row.inside, row.near, row.undetermined].map((count, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never change
              <td key={place} className="number py-1 text-right">
                {formatNumber(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
