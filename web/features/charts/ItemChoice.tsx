import type { Charts } from '#contract/chart';
import { useWords } from '../../i18n/use-words.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { itemOf } from './DistrictChoice.tsx';
import { useChartWords } from './use-chart-words.ts';
import { changeChartsView, useChartsView } from './use-charts-view.ts';

/** The item that is mapped, ranked and drawn. */
export function ItemChoice({ charts }: { readonly charts: Charts }) {
  const words = useWords();
  const say = useChartWords();
  const view = useChartsView();
  return (
    <ChoiceField
      label={say.item}
      value={itemOf(charts, view.item)?.id ?? ''}
      choices={charts.items.map(({ id, label }) => [id, words.pick(label)])}
      onChange={(item) => changeChartsView(view, { item })}
    />
  );
}
