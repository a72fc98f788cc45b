import type { FoundPerson } from '#contract/search';
import { changeView, useView } from '../../state/use-view.ts';
import { PersonLine } from '../../ui/PersonLine.tsx';

/** People, each of whom opens in the panel. */
export function PersonButtons({ people }: { readonly people: readonly FoundPerson[] }) {
  const selection = useView((view) => view.selection);
  return (
    <ul className="flex flex-col divide-y divide-line rounded-8 border border-line">
      {people.map((person) => {
        const isChosen = selection?.kind === 'resident' && selection.id === person.id;
        return (
          <li key={person.id}>
            <button
              type="button"
              aria-pressed={isChosen}
              className={`focus-inset flex w-full px-3 py-2 hover:bg-surface-soft ${isChosen ? 'bg-action-soft' : ''}`}
              onClick={() => changeView({ selection: { kind: 'resident', id: person.id } })}
            >
              <PersonLine person={person} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
