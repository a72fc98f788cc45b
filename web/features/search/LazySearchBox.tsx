import { useCallback, useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import type { Selection } from '../../state/selection.ts';
import { useFetchedSoon } from '../../state/use-fetched-soon.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SEARCH_ICON, SEARCH_INPUT, searchPlaceholder } from './search-style.ts';
import { useSlashKey } from './use-slash-key.ts';

type SearchBoxComponent = typeof import('./SearchBox.tsx').SearchBox;

/**
 * The search is fetched when it is wanted, or once list and map are there. Who types before it is there
 * types on in it.
 */
export function LazySearchBox(props: {
  readonly code: string;
  readonly onChoose: (selection: Selection) => void;
}) {
  const early = useRef<HTMLInputElement>(null);
  const [SearchBox, setSearchBox] = useState<SearchBoxComponent | null>(null);
  // A file that cannot be fetched is asked for again at the next focus.
  const fetchBox = useCallback(
    () => import('./SearchBox.tsx').then((module) => setSearchBox(() => module.SearchBox)),
    [],
  );
  useFetchedSoon(fetchBox);
  // Not by Suspense: it would put a new input in the place of the one that is typed in.
  return SearchBox === null ? (
    <EarlyInput input={early} onWanted={() => void fetchBox().catch(() => {})} />
  ) : (
    <SearchBox {...props} early={early} />
  );
}

/** Looks as the box will, and keeps what is typed. */
function EarlyInput(props: {
  readonly input: { current: HTMLInputElement | null };
  readonly onWanted: () => void;
}) {
  const { input } = props;
  const say = useWords().search;
  useSlashKey(input);
  return (
    <div className="relative w-full max-w-md">
      <Icon name="search" className={SEARCH_ICON} />
      <input
        // Kept when it goes: the box asks it for its text and whether it had the keyboard.
        ref={(element) => {
          if (element !== null) input.current = element;
        }}
        aria-label={say.label}
        placeholder={searchPlaceholder(say.placeholder)}
        autoComplete="off"
        className={SEARCH_INPUT}
        onFocus={props.onWanted}
      />
    </div>
  );
}
