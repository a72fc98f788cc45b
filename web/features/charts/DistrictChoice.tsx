import type { Charts } from '#contract/chart';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { useChartWords } from './use-chart-words.ts';
import { changeChartsView, useChartsView } from './use-charts-view.ts';

const NOBODY = '';

/** The district that is looked at: the chosen one, else the first. */
export function districtOf({ districts }: Charts, name: string | null) {
  return districts.find((one) => one.name === name) ?? districts.find((one) => one.isDistrict);
}

export const itemOf = ({ items }: Charts, id: string | null) =>
  items.find((one) => one.id === id) ??
  items.find((one) => one.id === 'residents') ??
  items.find(() => true);

export function DistrictChoice({ charts }: { readonly charts: Charts }) {
  const say = useChartWords();
  const view = useChartsView();
  return (
    <ChoiceField
      label={say.district}
      value={districtOf(charts, view.district)?.name ?? NOBODY}
      choices={namesOf(charts)}
      onChange={(district) => changeChartsView(view, { district })}
    />
  );
}

export function BesideChoice({ charts }: { readonly charts: Charts }) {
  const say = useChartWords();
  const view = useChartsView();
  const own = districtOf(charts, view.district)?.name;
  return (
    <ChoiceField
      label={say.beside}
      value={view.beside ?? NOBODY}
      choices={[[NOBODY, say.nobodyBeside], ...namesOf(charts).filter(([name]) => name !== own)]}
      onChange={(beside) => changeChartsView(view, { beside: beside === NOBODY ? null : beside })}
    />
  );
}

const namesOf = ({ districts }: Charts) =>
  districts.flatMap(({ name }) => (name === null ? [] : [[name, name] as const]));
