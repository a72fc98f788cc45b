import type { Charts } from '#contract/chart';
import { CLASS_OPACITIES } from '../../map/layers/charts.ts';
import { numberText } from './figure-text.ts';
import type { ItemClasses } from './item-classes.ts';
import { useChartWords } from './use-chart-words.ts';

/** The classes of the map: each told by its number, the shade is an addition. */
export function ClassLegend(props: {
  readonly item: Charts['items'][number];
  readonly found: ItemClasses;
}) {
  const { item, found } = props;
  const say = useChartWords();
  const without = [...found.byName.values()].filter((one) => one === null).length;
  const text = (value: number) => numberText(value, item.decimals);
  return (
    <section aria-label={say.classes} className="flex flex-col gap-1">
      <h3 className="text-16 font-bold">{say.classes}</h3>
      <p className="text-14 text-ink-soft">{say.classesHint}</p>
      <ul className="flex flex-col gap-1 text-14">
        {found.classes.map(({ from, to, count }, place) => (
          <li key={from} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className="relative grid size-7 place-items-center overflow-hidden border border-line-strong font-bold"
            >
              <span
                className="absolute inset-0 bg-action"
                style={{ opacity: CLASS_OPACITIES[place] ?? 0 }}
              />
              <span className="relative rounded-4 bg-surface px-1 leading-none">{place + 1}</span>
            </span>
            <span className="number">
              {say.classLabel} {place + 1}: {say.classRange(text(from), text(to))}(
              {say.classCount(count)})
            </span>
          </li>
        ))}
        {without > 0 && (
          <li className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className="grid size-7 place-items-center border border-dashed border-line-strong"
            >
              –
            </span>
            {say.noClass}({say.classCount(without)})
          </li>
        )}
      </ul>
    </section>
  );
}
