import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { RESIDENT_SORTS, type SortKey } from '#contract/resident';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Icon } from '../../ui/Icon.tsx';

const MOST_KEYS = 3;

/** Sorting by several keys where the list has no heads of columns. */
export function SortChoice() {
  const words = useWords();
  const { sort: say } = words.people;
  const sort = useView((view) => view.sort);
  const change = (place: number, key: SortKey | null) => {
    const others = sort.filter((one, at) => at !== place && one.key !== key?.key);
    const next = key === null ? others : [...others.slice(0, place), key, ...others.slice(place)];
    if (next.length > 0) changeView({ sort: next });
  };
  const shown = sort.length < MOST_KEYS ? [...sort, null] : sort;
  return (
    <DialogTrigger>
      <Button
        aria-label={`${say.label} ${sort.map(({ key }) => say[key]).join(words.comma)}`}
        className="inline-flex min-h-9 min-w-0 items-center gap-1 rounded-8 border border-line-strong bg-surface px-2 text-14 hover:bg-surface-soft"
      >
        <span className="truncate">{sort.map(({ key }) => say[key]).join(' → ')}</span>
        <Icon name={sort[0]?.isDescending === true ? 'down' : 'up'} className="size-4" />
      </Button>
      <Popover
        placement="bottom end"
        className="w-80 rounded-8 border border-line-strong bg-surface text-ink shadow-2"
      >
        <Dialog aria-label={say.label} className="flex flex-col gap-2 p-3 outline-none">
          {shown.map((one, place) => (
            <div key={one?.key ?? 'further'} className="flex items-center gap-2">
              <span className="w-16 shrink-0 text-14 text-ink-soft">
                {place === 0
                  ? words.peopleDesk.sort.first
                  : words.peopleDesk.sort.further(place + 1)}
              </span>
              <select
                aria-label={words.peopleDesk.sort.nth(place + 1)}
                value={one?.key ?? ''}
                className="min-h-11 min-w-0 flex-1 rounded-8 border border-line-strong bg-surface px-2"
                onChange={(event) => {
                  const key = RESIDENT_SORTS.find((name) => name === event.target.value);
                  change(place, key === undefined ? null : { key, isDescending: false });
                }}
              >
                {(one === null || sort.length > 1) && (
                  <option value="">{words.peopleDesk.sort.none}</option>
                )}
                {RESIDENT_SORTS.map((name) => (
                  <option key={name} value={name}>
                    {say[name]}
                  </option>
                ))}
              </select>
              {one !== null && (
                <button
                  type="button"
                  aria-label={one.isDescending ? say.descending : say.ascending}
                  title={one.isDescending ? say.descending : say.ascending}
                  className="inline-flex size-11 items-center justify-center rounded-8 border border-line-strong hover:bg-surface-soft"
                  onClick={() => change(place, { key: one.key, isDescending: !one.isDescending })}
                >
                  <Icon name={one.isDescending ? 'down' : 'up'} className="size-4" />
                </button>
              )}
            </div>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
