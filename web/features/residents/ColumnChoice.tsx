import { useWords } from '../../i18n/use-words.ts';
import { setListColumns, useListColumns } from '../../state/list-columns.ts';
import { Icon } from '../../ui/Icon.tsx';
import { COLUMN_LAYOUT } from './columns.tsx';
import { ToolPopover } from './ToolPopover.tsx';

type ColumnName = keyof ReturnType<typeof useWords>['people']['columns'];

/** Which columns the table has, in what order. */
export function ColumnChoice() {
  const words = useWords();
  const say = words.peopleDesk.columns;
  const chosen = useListColumns();
  const all = Object.keys(COLUMN_LAYOUT);
  const usual = all.filter((id) => Number.isFinite(COLUMN_LAYOUT[id]?.leastListPixels));
  const shown = (chosen ?? usual).filter((id) => all.includes(id));
  const listed = [...shown, ...all.filter((id) => !shown.includes(id))];
  const move = (id: string, step: -1 | 1) => {
    const at = shown.indexOf(id);
    const others = shown.filter((one) => one !== id);
    setListColumns([...others.slice(0, at + step), id, ...others.slice(at + step)]);
  };
  return (
    <ToolPopover icon="layers" label={say.open} title={say.title}>
      <ul>
        {listed.map((id) => {
          const name = words.people.columns[id as ColumnName];
          const place = shown.indexOf(id);
          return (
            <li key={id} className="flex items-center gap-1 hover:bg-surface-soft">
              <label className="flex min-h-10 flex-1 items-center gap-3 px-1">
                <input
                  type="checkbox"
                  className="size-5 accent-action"
                  checked={place >= 0}
                  disabled={id === 'name'}
                  onChange={() =>
                    setListColumns(place < 0 ? [...shown, id] : shown.filter((one) => one !== id))
                  }
                />
                {name}
              </label>
              {place > 0 && (
                <MoveButton label={say.up(name)} icon="up" onClick={() => move(id, -1)} />
              )}
              {place >= 0 && place < shown.length - 1 && (
                <MoveButton label={say.down(name)} icon="down" onClick={() => move(id, 1)} />
              )}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="min-h-11 self-start rounded-8 px-2 text-action underline underline-offset-4 hover:bg-action-soft"
        onClick={() => setListColumns(null)}
      >
        {say.reset}
      </button>
      <p className="text-14 text-ink-soft">{say.kept}</p>
    </ToolPopover>
  );
}

function MoveButton(props: {
  readonly label: string;
  readonly icon: 'up' | 'down';
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      className="inline-flex size-10 items-center justify-center rounded-8 hover:bg-surface-strong"
      onClick={props.onClick}
    >
      <Icon name={props.icon} className="size-4" />
    </button>
  );
}
