import { useQuery } from '@tanstack/react-query';
import type { ChartTrend } from '#contract/chart';
import { chartTrendQuery } from '../../api/charts.ts';
import { useWords } from '../../i18n/use-words.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import type { ChartTabProps } from './ChartsPlace.tsx';
import { BesideChoice, DistrictChoice, districtOf, itemOf } from './DistrictChoice.tsx';
import { figureText, monthText, numberText, valueOfFigure } from './figure-text.ts';
import { ItemChoice } from './ItemChoice.tsx';
import { endsOf, type Line, LineChart } from './LineChart.tsx';
import { useChartWords } from './use-chart-words.ts';
import { useChartsView } from './use-charts-view.ts';

/** How one item went month by month, what else has changed meanwhile, and each district small beside the others. */
export default function TrendTab({ code, charts }: ChartTabProps) {
  const say = useChartWords();
  const view = useChartsView();
  const item = itemOf(charts, view.item);
  const query = useQuery({
    ...chartTrendQuery(code, item?.id ?? ''),
    enabled: item !== undefined,
  });
  return (
    <div className="flex flex-col gap-4 p-5">
      <ItemChoice charts={charts} />
      <div className="grid grid-cols-2 gap-3">
        <DistrictChoice charts={charts} />
        <BesideChoice charts={charts} />
      </div>
      {query.isPending && <SkeletonLines count={8} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined &&
        (query.data.months.length === 0 ? (
          <p>{say.trendEmpty}</p>
        ) : (
          <Trend
            trend={query.data}
            names={[districtOf(charts, view.district)?.name ?? null, view.beside]}
          />
        ))}
    </div>
  );
}

const WIDTH = 520;
const HEIGHT = 240;
const SMALL = { width: 150, height: 60 };

function Trend(props: {
  readonly trend: ChartTrend;
  /** The district that is looked at, and the one beside it. */
  readonly names: readonly (string | null)[];
}) {
  const { trend, names } = props;
  const words = useWords();
  const say = useChartWords();
  const { item, months } = trend;
  const chosen = trend.series.filter(({ name }) => name !== null && names.includes(name));
  const lines = chosen.map(
    ({ name, values }, place): Line => ({
      name: name ?? say.noDistrictName,
      values: values.map(valueOfFigure),
      ...(place > 0 && { dash: '6 4' }),
    }),
  );
  const summaryOf = ({ name, values }: Line) => {
    const [first, last] = [values.findIndex(isThere), values.findLastIndex(isThere)];
    const text = (place: number) => {
      const value = values[place];
      return typeof value === 'number' ? numberText(value, item.decimals) : '–';
    };
    const month = (place: number) => monthText(months[place]?.month ?? '', words.language);
    return first < 0
      ? `${name}: ${say.noClass}`
      : say.chartSummary(name, month(first), text(first), month(last), text(last));
  };
  const ends = endsOf(trend.series.map(({ values }) => ({ values: values.map(valueOfFigure) })));
  const marks = months.flatMap(({ changes }, place) => (changes.length === 0 ? [] : [place]));
  const title = say.trendTitle(words.pick(item.label));
  return (
    <>
      <figure className="flex flex-col gap-2" aria-label={title}>
        <figcaption className="text-16 font-bold">{title}</figcaption>
        <LineChart
          months={months.map(({ month }) => month.slice(0, 7))}
          lines={lines}
          marks={marks}
          summary={lines.map(summaryOf).join(words.comma)}
          width={WIDTH}
          height={HEIGHT}
        />
        <p className="text-14">
          {lines.map(({ name }, place) => `${place === 0 ? '──' : '– –'} ${name}`).join('  ')}
        </p>
        {months.length === 1 && <p className="text-14 text-ink-soft">{say.trendOfOne}</p>}
      </figure>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-action">{say.showTable}</summary>
        <table className="w-full border-collapse text-14">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-line-strong">
              {[say.month, ...lines.map(({ name }) => name), say.city, say.changes].map((head) => (
                <th key={head} scope="col" className="px-1 text-left">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months
              .map((month, place) => ({ ...month, place }))
              .reverse()
              .map(({ month, changes, place }) => (
                <tr key={month} className="border-b border-line align-top">
                  <th scope="row" className="px-1 text-left font-normal">
                    {monthText(month, words.language)}
                  </th>
                  {[...chosen.map(({ values }) => values), trend.city].map((values, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                    <td key={column} className="number px-1">
                      {figureText(values[place], item, words, say)}
                    </td>
                  ))}
                  <td className="px-1">
                    {changes.map(({ kind, words: text }) => (
                      <p key={kind}>{words.pick(text)}</p>
                    ))}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
      <Reasons trend={trend} />
      <section aria-label={say.multiples} className="flex flex-col gap-2">
        <h3 className="text-16 font-bold">{say.multiples}</h3>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
          {trend.series.map(({ name, values }) => {
            const line = { name: name ?? say.noDistrictName, values: values.map(valueOfFigure) };
            return (
              <li key={line.name} className="border border-line p-1">
                <p className="flex justify-between gap-1 text-14">
                  <span>{line.name}</span>
                  <span className="number">{figureText(values.at(-1), item, words, say)}</span>
                </p>
                <LineChart
                  {...SMALL}
                  months={months.map(({ month }) => month)}
                  lines={[line]}
                  summary={summaryOf(line)}
                  ends={ends}
                  isSmall
                />
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}

const isThere = (value: number | null) => value !== null;

/** The last months in which something changed that the figures rest on, newest first. */
function Reasons({ trend }: { readonly trend: ChartTrend }) {
  const words = useWords();
  const say = useChartWords();
  const changed = trend.months.filter(({ changes }) => changes.length > 0).reverse();
  if (changed.length === 0) return null;
  return (
    <section aria-label={say.changes} className="flex flex-col gap-1">
      <h3 className="text-16 font-bold">{say.changes}</h3>
      <ul className="flex flex-col gap-1 text-14">
        {changed.map(({ month, changes }) => (
          <li key={month}>
            {monthText(month, words.language)}:{' '}
            {changes.map(({ words: text }) => words.pick(text)).join(words.comma)}
          </li>
        ))}
      </ul>
    </section>
  );
}
