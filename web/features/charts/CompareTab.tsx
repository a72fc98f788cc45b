import type { Charts } from '#contract/chart';
import { useWords } from '../../i18n/use-words.ts';
import { ClassLegend } from './ClassLegend.tsx';
import { DataDates } from './DataDates.tsx';
import { BesideChoice, DistrictChoice, districtOf, itemOf } from './DistrictChoice.tsx';
import { FigureCell } from './FigureCell.tsx';
import { numberText, valueOfFigure } from './figure-text.ts';
import { ItemChoice } from './ItemChoice.tsx';
import { itemClasses } from './item-classes.ts';
import { ranked } from './ranked.ts';
import { useChartWords } from './use-chart-words.ts';
import { changeChartsView, useChartsView } from './use-charts-view.ts';

/** All districts by one item, on the map and as a table, and two of them side by side in all items. */
export function CompareTab({ charts }: { readonly charts: Charts }) {
  const words = useWords();
  const say = useChartWords();
  const view = useChartsView();
  const item = itemOf(charts, view.item);
  if (item === undefined) return null;
  const found = itemClasses(charts, item.id);
  return (
    <div className="flex flex-col gap-5 p-5">
      <ItemChoice charts={charts} />
      <DataDates charts={charts} />
      <ClassLegend item={item} found={found} />
      <section aria-label={say.ranking} className="flex flex-col gap-2">
        <h3 className="text-16 font-bold">{say.ranking}</h3>
        <p className="text-14 text-ink-soft">{say.sameRank}</p>
        <table className="w-full border-collapse">
          <caption className="sr-only">
            {say.ranking}: {words.pick(item.label)}
          </caption>
          <thead>
            <tr className="border-b border-line-strong text-14 text-ink-soft">
              <th scope="col" className="py-1 text-right">
                {say.rank}
              </th>
              <th scope="col" className="py-1 pl-3 text-left">
                {say.district}
              </th>
              <th scope="col" className="py-1 text-right">
                {words.pick(item.label)}
              </th>
              <th scope="col" className="py-1 pl-3 text-right">
                {say.classLabel}
              </th>
            </tr>
          </thead>
          <tbody>
            {ranked(charts, item.id).map(({ rank, district }) => (
              <tr key={district.name} className="border-b border-line">
                <td className="number py-1 text-right">{rank ?? '–'}</td>
                <th scope="row" className="py-1 pl-3 text-left font-normal">
                  <button
                    type="button"
                    className="min-h-8 text-left text-action underline underline-offset-2"
                    onClick={() =>
                      changeChartsView(view, { tab: 'district', district: district.name })
                    }
                  >
                    {district.name}
                  </button>
                </th>
                <td className="py-1 text-right">
                  <FigureCell
                    item={item}
                    figure={district.figures[item.id]}
                    district={district.name}
                  />
                </td>
                <td className="number py-1 pl-3 text-right">
                  {found.byName.get(district.name ?? '') ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SideBySide charts={charts} />
    </div>
  );
}

function SideBySide({ charts }: { readonly charts: Charts }) {
  const words = useWords();
  const say = useChartWords();
  const view = useChartsView();
  const one = districtOf(charts, view.district);
  const other = charts.districts.find(({ name }) => name === view.beside && name !== one?.name);
  return (
    <section aria-label={say.sideBySide} className="flex flex-col gap-2">
      <h3 className="text-16 font-bold">{say.sideBySide}</h3>
      <div className="grid grid-cols-2 gap-3">
        <DistrictChoice charts={charts} />
        <BesideChoice charts={charts} />
      </div>
      {one !== undefined && other !== undefined && (
        <table className="w-full border-collapse">
          <caption className="py-2 text-left text-16 font-bold">
            {say.compareTitle(one.name ?? '', other.name ?? '')}
          </caption>
          <thead>
            <tr className="border-b border-line-strong text-14 text-ink-soft">
              {[say.item, one.name, other.name, say.difference].map((head, place) => (
                <th key={head} scope="col" className={place === 0 ? 'text-left' : 'text-right'}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {charts.items.map((item) => {
              const [a, b] = [one, other].map(({ figures }) => valueOfFigure(figures[item.id]));
              const less = typeof a === 'number' && typeof b === 'number' ? a - b : null;
              return (
                <tr key={item.id} className="border-b border-line align-top">
                  <th scope="row" className="py-1 text-left font-normal">
                    {words.pick(item.label)}
                  </th>
                  {[one, other].map(({ name, figures }) => (
                    <td key={name} className="py-1 pl-2 text-right">
                      <FigureCell item={item} figure={figures[item.id]} district={name} />
                    </td>
                  ))}
                  <td className="number py-1 pl-2 text-right">
                    {less === null
                      ? '–'
                      : `${less > 0 ? '+' : ''}${numberText(less, item.decimals)}`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
