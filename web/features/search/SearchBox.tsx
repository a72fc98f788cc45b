import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import {
  Collection,
  ComboBox,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import { planIdIn } from '#domain/plan/paper-address';
import { searchQuery } from '../../api/search.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Selection } from '../../state/selection.ts';
import { useSettled } from '../../state/use-settled.ts';
import { Icon } from '../../ui/Icon.tsx';
import { choose } from './choose-result.ts';
import { ResultLine } from './ResultLine.tsx';
import { groupsOf, nameOf } from './search-items.ts';
import { SEARCH_ICON, SEARCH_INPUT, searchPlaceholder } from './search-style.ts';
import { useSlashKey } from './use-slash-key.ts';

const ITEM =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-6 px-3 py-1 data-focused:bg-action-soft';
/** A key after another is waited for this long. */
const TYPING_MILLIS = 120;

interface SearchBoxProps {
  readonly code: string;
  readonly onChoose: (selection: Selection) => void;
  /** What stood in the place of the box until it was loaded. */
  readonly early: { readonly current: HTMLInputElement | null };
}

/** One box over everything that has a name; results by kind with counts. The key / focuses it. */
export function SearchBox({ code, onChoose, early }: SearchBoxProps) {
  const words = useWords();
  const say = words.search;
  const inputRef = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const [text, setText] = useState(() => early.current?.value ?? '');
  const settled = useSettled(text.trim(), TYPING_MILLIS);
  const results = useQuery(searchQuery(code, settled));
  const hasText = text.trim() !== '';
  const groups = hasText && results.data !== undefined ? groupsOf(results.data, words) : [];
  useSlashKey(inputRef);
  // Asked while it still stands there.
  const [takesKeyboard] = useState(() => early.current === document.activeElement);
  useLayoutEffect(() => {
    const input = inputRef.current;
    if (!takesKeyboard || input === null) return;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  }, [takesKeyboard]);

  return (
    <ComboBox
      aria-label={say.label}
      className="relative w-full max-w-md"
      inputValue={text}
      onInputChange={(typed) => {
        // A code reader types what stands on a paper.
        const planId = planIdIn(typed);
        setText(planId === null ? typed : '');
        if (planId !== null) onChoose({ kind: 'paper', id: planId });
      }}
      value={null}
      onChange={(key) => {
        const found = groups.flatMap(({ items }) => items).find((one) => one.key === key);
        if (found === undefined) return;
        onChoose(choose(found));
        setText('');
      }}
      allowsEmptyCollection={hasText}
      allowsCustomValue
      // The server looked already, also at kana and numbers that a result is not called by.
      defaultFilter={() => true}
      menuTrigger="input"
    >
      <Icon name="search" className={SEARCH_ICON} />
      <Input
        ref={inputRef}
        placeholder={searchPlaceholder(say.placeholder)}
        autoComplete="off"
        // The server lays out what it looks through when it is first asked.
        onFocus={() => void queryClient.prefetchQuery(searchQuery(code, ''))}
        className={SEARCH_INPUT}
      />
      <Popover className="max-h-[70dvh] w-(--trigger-width) min-w-[min(22rem,92vw)] overflow-auto rounded-8 border border-line-strong bg-surface p-2 text-ink shadow-2">
        <ListBox
          className="outline-none"
          renderEmptyState={() => (
            <p className="p-3 text-ink-soft">
              {results.isError
                ? say.failed
                : results.isFetching || settled !== text.trim()
                  ? say.searching
                  : say.none}
            </p>
          )}
        >
          {groups.map(({ kind, title, items }) => (
            <ListBoxSection key={kind} id={kind}>
              <Header className="px-3 py-1 text-14 text-ink-soft">{title}</Header>
              <Collection items={items}>
                {(found) => (
                  <ListBoxItem id={found.key} textValue={nameOf(found, words)} className={ITEM}>
                    <ResultLine found={found} words={words} />
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
