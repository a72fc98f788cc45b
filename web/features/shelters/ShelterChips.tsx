import type { ShelterRow } from '#contract/shelter';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { SHELTER_CONDITIONS } from '../../state/view-state.ts';
import { meets } from './shelter-conditions.ts';

/** What shelters can be looked for by, each with how many there are. */
export function ShelterChips({ shelters }: { readonly shelters: readonly ShelterRow[] }) {
  const words = useWords();
  const chosen = useView((view) => view.shelters);
  return (
    <fieldset className="flex flex-wrap gap-1.5" aria-label={words.shelters.filtersLabel}>
      {([null, ...SHELTER_CONDITIONS] as const).map((condition) => {
        const isChosen = condition === chosen;
        const count = shelters.filter((shelter) => meets(shelter, condition)).length;
        return (
          <button
            key={condition ?? 'all'}
            type="button"
            aria-pressed={isChosen}
            className={`inline-flex min-h-9 items-center gap-2 rounded-full border px-3 text-14 ${
              isChosen
                ? 'border-action bg-action font-bold text-on-action'
                : 'border-line-strong bg-surface hover:bg-surface-soft'
            }`}
            onClick={() => changeView({ shelters: isChosen ? null : condition })}
          >
            {condition === null ? words.shelters.all : words.shelters.conditions[condition]}
            <span className="number">{formatNumber(count)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
