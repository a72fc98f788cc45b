import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { FilterKey } from '../../state/view-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { FilterChoice } from './filter-choices.ts';

interface FilterMenuProps {
  readonly filterKey: FilterKey;
  readonly choices: readonly FilterChoice[];
  readonly chosen: readonly string[];
  /** One value only, where the filter cannot hold several. */
  readonly isSingle: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** One filter: a button that says what is chosen and opens the choices with their counts. */
export function FilterMenu({ filterKey, choices, chosen, isSingle, onChange }: FilterMenuProps) {
  const words = useWords();
  const name = words.people.filters[filterKey];
  const isSet = chosen.length > 0;
  const firstLabel = choices.find(({ value }) => value === chosen[0])?.label;
  const value = chosen.length === 1 && firstLabel !== undefined ? firstLabel : null;
  return (
    <DialogTrigger>
      <Button
        aria-label={words.people.filters.open(
          value === null ? name : `${name} ${value}`,
          chosen.length,
        )}
        className={`inline-flex min-h-9 max-w-full items-center gap-1 rounded-8 border px-2.5 text-14 leading-tight ${
          isSet
            ? 'border-action bg-action-soft font-bold text-action'
            : 'border-line-strong bg-surface text-ink hover:bg-surface-soft'
        }`}
      >
        <span className="truncate">{value ?? name}</span>
        {chosen.length > 1 && (
          <span className="number rounded-full bg-action px-1.5 text-14 leading-5 text-on-action">
            {chosen.length}
          </span>
        )}
        <Icon name="down" className="size-4" />
      </Button>
      <Popover
        placement="bottom start"
        className="max-h-[min(26rem,70dvh)] w-72 overflow-auto rounded-8 border border-line-strong bg-surface text-ink shadow-2"
      >
        <Dialog aria-label={`${name} ${words.people.filters.choices}`} className="p-2 outline-none">
          <p className="px-2 py-1 text-14 font-bold">{name}</p>
          {choices.map((choice) => {
            const isChosen = chosen.includes(choice.value);
            return (
              <label
                key={choice.value}
                className="flex min-h-10 items-center gap-3 rounded-6 px-2 hover:bg-surface-strong"
              >
                <input
                  type="checkbox"
                  className="size-5 accent-action"
                  checked={isChosen}
                  onChange={() => {
                    const rest = chosen.filter((other) => other !== choice.value);
                    onChange(isChosen ? rest : isSingle ? [choice.value] : [...rest, choice.value]);
                  }}
                />
                <span className="flex-1 leading-snug">{choice.label}</span>
                <span className="number text-14 text-ink-soft">
                  {choice.count === null ? '' : words.terms.people(formatNumber(choice.count))}
                </span>
              </label>
            );
          })}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
