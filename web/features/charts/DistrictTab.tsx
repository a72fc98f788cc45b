import { useMutation } from '@tanstack/react-query';
import type { Charts } from '#contract/chart';
import { chartPaper } from '../../api/charts.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { DataDates } from './DataDates.tsx';
import { DistrictChoice, districtOf } from './DistrictChoice.tsx';
import { FigureCell } from './FigureCell.tsx';
import { useChartWords } from './use-chart-words.ts';
import { useChartsView } from './use-charts-view.ts';

/** The chart of one district: each figure beside that of the city, each opening the list behind it. */
export function DistrictTab({ code, charts }: { readonly code: string; readonly charts: Charts }) {
  const words = useWords();
  const say = useChartWords();
  const district = districtOf(charts, useChartsView().district);
  if (district === undefined) return null;
  const name = district.name ?? say.noDistrictName;
  // The sum over one's own districts says nothing of the city.
  const hasCity = charts.cityIsOf !== 'districts';
  return (
    <div className="flex flex-col gap-4 p-5">
      <DistrictChoice charts={charts} />
      <section aria-label={name} className="flex flex-col gap-3">
        <h3 className="text-20 font-bold">
          {name} {!district.isDistrict && <span className="text-14">{say.notInForce}</span>}
        </h3>
        <DataDates charts={charts} />
        {(district.notSeen === null || district.notSeen > 0) && (
          <p className="text-14">{say.notSeen(words.count(district.notSeen))}</p>
        )}
        <PaperButtons code={code} district={district.name} />
        <table className="w-full border-collapse">
          <caption className="sr-only">{name}</caption>
          <thead>
            <tr className="border-b border-line-strong text-14 text-ink-soft">
              <th scope="col" className="py-1 text-left">
                {say.item}
              </th>
              <th scope="col" className="py-1 text-right">
                {name}
              </th>
              {hasCity && (
                <th scope="col" className="py-1 text-right">
                  {say.cityOf[charts.cityIsOf]}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {charts.items.map((item) => (
              <tr key={item.id} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-2 text-left font-normal">
                  {words.pick(item.label)}
                  <Small item={item} dates={district.factDates} />
                </th>
                <td className="py-2 pl-2 text-right font-bold">
                  <FigureCell
                    item={item}
                    figure={district.figures[item.id]}
                    district={district.name}
                  />
                </td>
                {hasCity && (
                  <td className="py-2 pl-2 text-right">
                    <FigureCell
                      item={item}
                      figure={charts.city[item.id]}
                      district={null}
                      name={say.cityOf[charts.cityIsOf]}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** The note of an item, and the date of the city's figures that it is made of. */
function Small(props: {
  readonly item: Charts['items'][number];
  readonly dates: Readonly<Record<string, string>>;
}) {
  const words = useWords();
  const { note, facts } = props.item;
  const dates = [...new Set(facts.flatMap((fact) => props.dates[fact] ?? []))];
  if (note === '' && dates.length === 0) return null;
  return (
    <span className="block text-14 text-ink-soft">
      {/* As the city wrote it, in whatever language the screen is. */}
      {note !== '' && <span lang="ja">{note}</span>}
      {note !== '' && dates.length > 0 && words.dot}
      {dates.map((date) => words.date(date)).join(words.dot)}
    </span>
  );
}

function PaperButtons(props: { readonly code: string; readonly district: string | null }) {
  const say = useChartWords();
  const print = useMutation({
    mutationFn: async (district: string | null) =>
      saveFile(await chartPaper(props.code, district), `charts-${props.code}.pdf`),
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {props.district !== null && (
        <Button isDisabled={print.isPending} onPress={() => print.mutate(props.district)}>
          <Icon name="print" />
          {say.paper}
        </Button>
      )}
      <Button isDisabled={print.isPending} onPress={() => print.mutate(null)}>
        <Icon name="print" />
        {say.booklet}
      </Button>
      <span role="status" className="text-14">
        {print.isPending && say.preparing}
      </span>
      <Refusal error={print.error} />
    </div>
  );
}
