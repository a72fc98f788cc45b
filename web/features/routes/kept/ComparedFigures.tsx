import type { ClosureComparison } from '#contract/closure-scenario';
import { formatNumber } from '../../../i18n/format.ts';
import { durationText } from '../route-text.ts';
import { useRouteWords } from '../use-route-words.ts';
import { useKeptWords } from './use-kept-words.ts';

type Side = ClosureComparison['first'];

/** What each of the two comes to, side by side. */
export function ComparedFigures({ comparison }: { readonly comparison: ClosureComparison }) {
  const say = useKeptWords();
  const routeWords = useRouteWords();
  const people = (count: number) => say.peopleUnit(formatNumber(count));
  const time = (seconds: number | null) =>
    seconds === null ? '—' : durationText(Math.abs(seconds), routeWords);
  const rows: [label: string, of: (side: Side) => string][] = [
    [say.closedRoads, ({ closedRoads }) => say.roadsUnit(formatNumber(closedRoads))],
    ...(['foot', 'vehicle'] as const).flatMap((way): [string, (side: Side) => string][] => {
      const name = routeWords.cutOff[way];
      return [
        [say.cutOff(name), (side) => people(side[way].cutOff.people)],
        [say.detours(name), (side) => people(side[way].detours.people)],
        [say.median(name), (side) => time(side[way].detours.medianSeconds)],
        [say.longest(name), (side) => time(side[way].detours.longestSeconds)],
        [say.redder(name), (side) => people(side[way].detours.redder)],
      ];
    }),
  ];
  return (
    <table className="w-full leading-snug" aria-live="polite">
      <caption className="sr-only">{say.comparison}</caption>
      <thead>
        <tr className="border-b border-line-strong">
          <td />
          {[say.first, say.second].map((letter) => (
            <th key={letter} scope="col" className="py-1 pl-2 text-right">
              {letter}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, of]) => (
          <tr key={label} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {label}
            </th>
            <td className="number py-1 pl-2 text-right">{of(comparison.first)}</td>
            <td className="number py-1 pl-2 text-right">{of(comparison.second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
