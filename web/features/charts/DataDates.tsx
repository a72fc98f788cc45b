import type { Charts } from '#contract/chart';
import { FACT_SOURCE_LABELS } from '#domain/chart/facts';
import { useWords } from '../../i18n/use-words.ts';
import { Caution } from '../../ui/Notice.tsx';
import { useChartWords } from './use-chart-words.ts';

/** Of when the data are, whom the figures count, and what is not known of them. */
export function DataDates({ charts }: { readonly charts: Charts }) {
  const words = useWords();
  const say = useChartWords();
  const dates = charts.dates.map(
    ({ source, asOf }) =>
      `${words.pick(FACT_SOURCE_LABELS[source])} ${asOf === null ? say.noDate : words.date(asOf)}`,
  );
  return (
    <div className="flex flex-col gap-1 text-14 text-ink-soft">
      <p>
        {say.readAt(words.moment(charts.readAt))}
        {words.dot}
        {say.scope}
      </p>
      <p>
        {say.dates}: {dates.join(words.comma)}
      </p>
      {charts.cutOff !== 'known' && <Caution>{say.cutOff[charts.cutOff]}</Caution>}
    </div>
  );
}
