import { useWords } from '../../i18n/use-words.ts';
import type { ProfileRun } from './profile-runs.ts';
import { slopeText } from './route-text.ts';
import { useRouteWords } from './use-route-words.ts';

/** What the chart draws, part by part. */
export function ProfileTable({ runs }: { readonly runs: readonly ProfileRun[] }) {
  const words = useWords();
  const say = useRouteWords();
  return (
    <table className="w-full text-14">
      <thead>
        <tr className="border-b border-line-strong">
          {[say.chart.from, say.chart.to].map((label) => (
            <th key={label} scope="col" className="py-1 pr-2 text-right">
              {label}
            </th>
          ))}
          <th scope="col" className="py-1 pr-2 text-left">
            {say.chart.zone}
          </th>
          <th scope="col" className="py-1 text-left">
            {say.chart.slope}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.fromMeters} className="border-b border-line">
            <td className="number py-1 pr-2 text-right">{words.metersText(run.fromMeters)}</td>
            <td className="number py-1 pr-2 text-right">{words.metersText(run.toMeters)}</td>
            <td className="py-1 pr-2">
              {run.zoneClass === null ? say.chart.outside : say.zone[run.zoneClass]}
            </td>
            <td className="py-1">{slopeText(run.steepestPercent, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
