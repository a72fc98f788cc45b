import type { ClosureComparison } from '#contract/closure-scenario';
import { formatNumber } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { csvOf } from '../csv.ts';
import { useRouteWords } from '../use-route-words.ts';
import { useKeptWords } from './use-kept-words.ts';

const WAYS = ['foot', 'vehicle'] as const;

/** By district how many are cut off by one of the two alone and by both; on screen, on paper and as CSV. */
export function ComparedDistricts(props: {
  readonly code: string;
  readonly comparison: ClosureComparison;
}) {
  const say = useKeptWords();
  const { cutOff } = useRouteWords();
  const { districts } = props.comparison;
  const parts = [say.onlyIn(say.first), say.onlyIn(say.second), say.inBoth];
  const heads = WAYS.flatMap((way) => parts.map((what) => cutOff.of(cutOff[way], what)));
  const rows = districts.map(({ name, people, foot, vehicle }) => ({
    name: name ?? cutOff.noDistrict,
    counts: [
      people,
      ...[foot, vehicle].flatMap(({ first, second, both }) => [first, second, both]),
    ],
  }));
  const save = () =>
    saveFile(
      csvOf([
        [cutOff.district, cutOff.people, ...heads],
        ...rows.map(({ name, counts }) => [name, ...counts]),
      ]),
      `compared-districts-${props.code}.csv`,
    );
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">{say.districts}</h4>
        <Button className="not-printed" onPress={save}>
          {say.csv}
        </Button>
      </div>
      <table className="w-full text-14 leading-snug">
        <caption className="sr-only">{say.districts}</caption>
        <thead>
          <tr>
            <td colSpan={2} />
            {WAYS.map((way) => (
              <th key={way} scope="colgroup" colSpan={parts.length} className="pt-1 text-right">
                {cutOff[way]}
              </th>
            ))}
          </tr>
          <tr className="border-b border-line-strong align-bottom">
            <th scope="col" className="py-1 text-left">
              {cutOff.district}
            </th>
            <th scope="col" className="py-1 pl-1 text-right whitespace-nowrap">
              {cutOff.people}
            </th>
            {WAYS.flatMap((way) =>
              parts.map((what) => (
                <th key={`${way} ${what}`} scope="col" className="py-1 pl-1 text-right">
                  {what}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                {name}
              </th>
              {counts.map((count, place) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns that never change
                  key={place}
                  className={`number py-1.5 pl-1 text-right ${place > 0 && count > 0 ? 'font-bold' : ''}`}
                >
                  {formatNumber(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
