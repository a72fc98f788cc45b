import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { searchQuery } from '../../api/search.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSettled } from '../../state/use-settled.ts';
import { type FoundPlace, foundPlaces } from './found-places.ts';
import type { PlannedPlace } from './route-plan.ts';
import { useRouteWords } from './use-route-words.ts';

/** A key after another is waited for this long. */
const TYPING_MILLIS = 150;

/** A box for one place: people, shelters, fire stations, addresses by name, or coordinates as they are typed. */
export function PlaceSearch(props: {
  readonly code: string;
  readonly label: string;
  readonly onChoose: (place: PlannedPlace) => void;
}) {
  const words = useWords();
  const say = useRouteWords();
  const [text, setText] = useState('');
  const settled = useSettled(text.trim(), TYPING_MILLIS);
  const results = useQuery(searchQuery(props.code, settled));
  const hasText = text.trim() !== '';
  const items: FoundPlace[] = hasText ? foundPlaces(text, results.data, words, say) : [];
  return (
    <ComboBox
      aria-label={props.label}
      className="w-full"
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        const found = items.find((item) => item.key === key);
        if (found === undefined) return;
        setText('');
        props.onChoose(found.place);
      }}
      allowsEmptyCollection={hasText}
      allowsCustomValue
      // The server looked already.
      defaultFilter={() => true}
      menuTrigger="input"
      items={items}
    >
      <Input
        placeholder={say.place.placeholder}
        autoComplete="off"
        className="min-h-11 w-full rounded-8 border border-line-strong bg-surface px-3 placeholder:text-14 placeholder:text-ink-soft"
      />
      <Popover className="max-h-[60dvh] w-(--trigger-width) overflow-auto rounded-8 border border-line-strong bg-surface p-1.5 text-ink shadow-2">
        <ListBox<FoundPlace>
          className="outline-none"
          renderEmptyState={() => (
            <p className="p-3 text-ink-soft">
              {results.isError
                ? say.place.failed
                : results.isFetching || settled !== text.trim()
                  ? say.place.searching
                  : say.place.none}
            </p>
          )}
        >
          {(item) => (
            <ListBoxItem
              id={item.key}
              textValue={item.name}
              className="min-h-11 cursor-pointer rounded-6 px-3 py-1.5 leading-snug data-focused:bg-action-soft"
            >
              {item.name}
              <span className="block text-14 text-ink-soft">{item.more}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
