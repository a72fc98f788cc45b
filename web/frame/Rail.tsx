import { useEffect, useRef } from 'react';
import { useMay } from '../api/access.ts';
import { useWords } from '../i18n/use-words.ts';
import { changeView, useView } from '../state/use-view.ts';
import { Icon } from '../ui/Icon.tsx';
import { railPlaces } from './place-access.ts';

/** Places by task, icon with word; a role sees only its own. */
export function Rail() {
  const words = useWords();
  const place = useView((view) => view.place);
  const rail = useRef<HTMLElement>(null);
  // On a phone the rail is wider than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sought anew when the place changes
  useEffect(() => {
    rail.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [place]);
  const may = useMay();
  return (
    <nav
      ref={rail}
      aria-label={words.frame.placesLabel}
      className="flex w-18 shrink-0 flex-col gap-1 overflow-y-auto border-r max-sm:w-full max-sm:flex-row max-sm:overflow-x-auto max-sm:border-t max-sm:border-r-0 border-line bg-surface-soft p-1.5"
    >
      {railPlaces(may).map((name) => {
        const isHere = name === place;
        return (
          <button
            key={name}
            type="button"
            aria-current={isHere ? 'page' : undefined}
            className={`flex min-h-16 shrink-0 [@media(max-height:55rem)]:min-h-14 flex-col max-sm:min-h-14 max-sm:min-w-16 max-sm:flex-1 max-sm:shrink max-sm:px-1 items-center justify-center gap-1 rounded-8 text-14 leading-tight font-bold whitespace-nowrap ${
              isHere ? 'bg-action text-on-action' : 'text-ink hover:bg-surface-strong'
            }`}
            onClick={() => changeView({ place: name })}
          >
            <Icon name={name} className="size-6" />
            {words.frame.places[name]}
          </button>
        );
      })}
    </nav>
  );
}
