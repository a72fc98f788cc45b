import { FIELD_LABELS } from '#domain/plan/field-labels';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { valueAt, withValueAt } from '../draft/at-path.ts';
import { usePlanWords } from '../use-plan-words.ts';
import type { FormProps } from './ContentPart.tsx';
import { Field } from './Field.tsx';
import type { RowsSpec } from './fields.ts';
import { newRowId } from './new-row-id.ts';
import { SupporterPlace } from './SupporterPlace.tsx';

interface Row {
  readonly id: string;
  readonly name?: string;
}

/** A list of the plan: each row with its fields; in order where the order says something. */
export function RowsForm({ rows, ...props }: FormProps & { readonly rows: RowsSpec }) {
  const { content, change } = props;
  const words = useWords();
  const say = usePlanWords().form;
  const list = rows.list as keyof typeof say.add;
  const shown = (valueAt(content, rows.list) ?? []) as readonly Row[];
  const label = words.pick(FIELD_LABELS[rows.list] ?? { ja: '', en: '' });
  const nameOf = (row: Row, index: number) =>
    say.row(label, row.name === undefined || row.name === '' ? String(index + 1) : row.name);
  const move = (from: number, to: number) => {
    const keys = shown.map(({ id }) => id);
    keys.splice(to, 0, ...keys.splice(from, 1));
    change?.((was) => withValueAt(was, `${rows.list}/order`, keys));
  };
  const remove = (row: Row, index: number) => {
    const keys = shown.map(({ id }) => id);
    change?.((was) => withValueAt(was, `${rows.list}/${row.id}`, null));
    offerUndo({
      text: say.removed(nameOf(row, index)),
      undo: () =>
        change?.((was) =>
          withValueAt(withValueAt(was, `${rows.list}/${row.id}`, row), `${rows.list}/order`, keys),
        ),
    });
  };
  return (
    <div className="flex flex-col gap-3">
      {shown.length === 0 && <p className="text-ink-soft">{say.none[list]}</p>}
      {shown.map((row, index) => (
        <fieldset
          key={row.id}
          className="flex flex-col gap-3 rounded-8 border border-line-strong px-3 pt-1 pb-3"
        >
          <legend className="px-1 font-bold">
            {say.row(label, rows.isOrdered || shown.length > 1 ? String(index + 1) : '')}
          </legend>
          {rows.fields.map((spec) => (
            <Field
              key={spec.path}
              {...props}
              spec={spec}
              path={`${rows.list}/${row.id}${spec.path.slice(rows.list.length)}`}
            />
          ))}
          {rows.list === 'supporters' && <SupporterPlace {...props} id={row.id} />}
          {change !== null && (
            <div className="flex justify-end gap-1">
              {rows.isOrdered && (
                <>
                  <Button
                    variant="quiet"
                    className="px-2"
                    aria-label={say.up(nameOf(row, index))}
                    isDisabled={index === 0}
                    onPress={() => move(index, index - 1)}
                  >
                    <Icon name="up" />
                  </Button>
                  <Button
                    variant="quiet"
                    className="px-2"
                    aria-label={say.down(nameOf(row, index))}
                    isDisabled={index === shown.length - 1}
                    onPress={() => move(index, index + 1)}
                  >
                    <Icon name="down" />
                  </Button>
                </>
              )}
              <Button
                variant="quiet"
                className="px-2"
                aria-label={say.remove(nameOf(row, index))}
                onPress={() => remove(row, index)}
              >
                <Icon name="close" />
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {change !== null && shown.length < rows.most && (
        <Button
          variant="secondary"
          className="w-fit"
          onPress={() => {
            const id = newRowId();
            change((was) => withValueAt(was, `${rows.list}/${id}`, { id, ...rows.first }));
          }}
        >
          {say.add[list]}
        </Button>
      )}
    </div>
  );
}
