import { lazy, Suspense, useRef } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import type { Selection } from '../../state/selection.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SEARCH_ICON, SEARCH_INPUT } from './search-style.ts';
import { useSlashKey } from './use-slash-key.ts';

const SearchBox = lazy(() =>
  import('./SearchBox.tsx').then((module) => ({ default: module.SearchBox })),
);

/** The search is fetched after the list. Who types before it is there types on in it. */
export function LazySearchBox(props: {
  readonly code: string;
  readonly onChoose: (selection: Selection) => void;
}) {
  const early = useRef<HTMLInputElement>(null);
  return (
    <Suspense fallback={<EarlyInput input={early} />}>
      <SearchBox {...props} early={early} />
    </Suspense>
  );
}

/** Looks as the box will, and keeps what is typed. */
function EarlyInput({ input }: { readonly input: { current: HTMLInputElement | null } }) {
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
        placeholder={`${say.placeholder}  ( / )`}
        autoComplete="off"
        className={SEARCH_INPUT}
      />
    </div>
  );
}
