import { useEffect, useRef, useState } from 'react';
import { useMay } from '../api/access.ts';
import { useWords } from '../i18n/use-words.ts';
import { changeView, currentView, useView } from '../state/use-view.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { changeToPlace } from './go-to-place.ts';
import { firstPlaces, PHONE_PLACES, railPlaces } from './place-access.ts';
import { useForwardPlace } from './use-forward-place.ts';
import { useNarrow, usePhone } from './use-narrow.ts';

/** Places by task, icon with word; a role sees only its own. */
export function Rail({ code }: { readonly code: string | null }) {
  const words = useWords();
  const place = useView((view) => view.place);
  const isPhone = usePhone();
  const isNarrow = useNarrow();
  const [isOpen, setOpen] = useState(false);
  const rail = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sought anew when the place changes
  useEffect(() => {
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const all = railPlaces(useMay());
  const forward = useForwardPlace(code);
  const isFolded = isPhone && all.length > PHONE_PLACES + 1;
  const shown = isFolded && !isOpen ? firstPlaces(all, place, forward) : all;
  return (
    <nav
      ref={rail}
      aria-label={words.frame.placesLabel}
      className="flex w-18 shrink-0 flex-col gap-0.5 overflow-y-auto border-r max-sm:grid max-sm:max-h-1/2 max-sm:w-full max-sm:grid-cols-5 max-sm:border-t max-sm:border-r-0 border-line bg-surface-soft p-1.5"
    >
      {shown.map((name) => (
        <RailButton
          key={name}
          icon={name}
          text={words.frame.places[name]}
          isHere={name === place}
          onPress={() => {
            setOpen(false);
            changeView(changeToPlace(currentView(), name, isNarrow));
          }}
        />
      ))}
      {isFolded && (
        <RailButton
          icon={isOpen ? 'down' : 'more'}
          text={isOpen ? words.frame.close : words.frame.morePlaces}
          isOpen={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      )}
    </nav>
  );
}

function RailButton(props: {
  readonly icon: IconName;
  readonly text: string;
  readonly isHere?: boolean;
  readonly isOpen?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-current={props.isHere ? 'page' : undefined}
      aria-expanded={props.isOpen}
      // All of them are in sight on a low screen too: they give way from 64 pixels to 40.
      className={`flex max-h-16 min-h-10 flex-1 flex-col items-center justify-center rounded-8 text-14 leading-tight font-bold whitespace-nowrap max-sm:min-h-14 ${
        props.isHere ? 'bg-action text-on-action' : 'text-ink hover:bg-surface-strong'
      }`}
      onClick={props.onPress}
    >
      <Icon name={props.icon} className="size-5 [@media(min-height:60rem)]:size-6" />
      {props.text}
    </button>
  );
}
