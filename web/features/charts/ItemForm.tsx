import type { ChartItemOnWire } from '#contract/chart';
import { problemIn } from '#domain/chart/items';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { useChartWords } from './use-chart-words.ts';

/** One item; whether its formula holds is said while it is typed. */
export function ItemForm(props: {
  readonly item: ChartItemOnWire;
  readonly items: readonly ChartItemOnWire[];
  readonly onChange: (item: ChartItemOnWire) => void;
  readonly onClose: () => void;
}) {
  const { item, items, onChange } = props;
  const words = useWords();
  const { items: say } = useChartWords();
  const problem = problemIn([...items.filter(({ id }) => id !== item.id), item]);
  const field = (label: string, value: string, onText: (text: string) => void, most: number) => (
    <LabelledField label={label}>
      {(ids) => (
        <input
          {...ids}
          className={FIELD_STYLE}
          value={value}
          maxLength={most}
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </LabelledField>
  );
  const { label, unit } = item;
  return (
    <div className="flex flex-col gap-3 border-l-4 border-line-strong py-3 pl-4">
      {field(say.name, label.ja, (ja) => onChange({ ...item, label: { ...label, ja } }), 60)}
      {field(say.nameEn, label.en, (en) => onChange({ ...item, label: { ...label, en } }), 120)}
      {field(say.unit, unit.ja, (ja) => onChange({ ...item, unit: { ...unit, ja } }), 20)}
      {field(say.formula, item.formula, (formula) => onChange({ ...item, formula }), 500)}
      <p role="status" className={problem === null ? 'text-14' : 'text-14 font-bold text-error'}>
        {problem === null ? say.holds : words.pick(problem)}
      </p>
      {field(say.note, item.note, (note) => onChange({ ...item, note }), 500)}
      <LabelledField label={say.decimals}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            type="number"
            min={0}
            max={3}
            value={item.decimals}
            onChange={({ target }) =>
              onChange({
                ...item,
                decimals: Math.min(3, Math.max(0, Math.round(Number(target.value)))),
              })
            }
          />
        )}
      </LabelledField>
      <Button className="w-fit" onPress={props.onClose}>
        {say.done}
      </Button>
    </div>
  );
}
