import { useMay } from '../api/access.ts';
import { useWords } from '../i18n/use-words.ts';
import { changeView } from '../state/use-view.ts';
import { Icon } from '../ui/Icon.tsx';
import { railPlaces } from './place-access.ts';

/** What a role without people does: its places, one button each. */
export function RoleStart() {
  const words = useWords();
  const may = useMay();
  return (
    <section aria-label={words.access.startTitle} className="flex flex-col gap-2">
      <h3 className="text-18 font-bold">{words.access.startTitle}</h3>
      {railPlaces(may)
        .filter((place) => place !== 'start')
        .map((place) => (
          <button
            key={place}
            type="button"
            className="flex min-h-14 items-center gap-3 rounded-8 border border-line-strong bg-surface px-4 text-left hover:bg-surface-soft"
            onClick={() => changeView({ place })}
          >
            <Icon name={place} className="size-6" />
            {words.frame.places[place]}
          </button>
        ))}
    </section>
  );
}
