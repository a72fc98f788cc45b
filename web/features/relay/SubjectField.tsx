import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { SearchResults } from '#contract/search';
import { searchQuery } from '../../api/search.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSettled } from '../../state/use-settled.ts';
import { Button } from '../../ui/Button.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { changeDraft, type RelayDraft } from './relay-draft.ts';
import { type RelayWords, useRelayWords } from './use-relay-words.ts';

const TYPING_MILLIS = 150;
const MOST_OF_A_KIND = 5;

type Subject = Pick<RelayDraft, 'person' | 'placeText' | 'position'>;
interface Found {
  readonly key: string;
  readonly name: string;
  readonly more: string;
  readonly subject: Subject;
}

/** About whom or where: people whom the writer sees, shelters, addresses, or a place in plain words. */
export function SubjectField(props: { readonly code: string; readonly draft: RelayDraft }) {
  const { code, draft } = props;
  const say = useRelayWords().form;
  const labelId = useId();
  const { person, placeText, position } = draft;
  const isChosen = person !== null || placeText !== '' || position !== null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend id={labelId} className="font-bold">
        {say.about}
      </legend>
      {isChosen ? (
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1 text-18 font-bold break-words" data-subject>
            {person?.name ?? (placeText === '' ? say.herePlace : placeText)}
          </span>
          <Button
            onPress={() => changeDraft({ person: null, placeText: '', position: null })}
            className="px-3"
          >
            {say.clear}
          </Button>
        </p>
      ) : (
        <SubjectSearch code={code} label={say.about} />
      )}
    </fieldset>
  );
}

function SubjectSearch({ code, label }: { readonly code: string; readonly label: string }) {
  const words = useWords();
  const say = useRelayWords();
  const [text, setText] = useState('');
  const settled = useSettled(text.trim(), TYPING_MILLIS);
  const [isLost, setLost] = useState(false);
  const results = useQuery(searchQuery(code, settled));
  const hasText = text.trim() !== '';
  const items = hasText ? foundSubjects(text.trim(), results.data, say, words.dot) : [];
  const state = results.isError
    ? say.form.offline
    : results.isFetching
      ? say.form.searching
      : hasText && items.length === 1
        ? say.form.nothing
        : '';
  return (
    <>
      <ComboBox
        aria-label={label}
        className="w-full"
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(key) => {
          const found = items.find((item) => item.key === key);
          if (found !== undefined) changeDraft(found.subject);
        }}
        allowsCustomValue
        // The server looked already.
        defaultFilter={() => true}
        menuTrigger="input"
        items={items}
      >
        <Input
          autoComplete="off"
          // Left without a choice it is the place in plain words.
          onBlur={() => text.trim() !== '' && changeDraft({ placeText: text.trim() })}
          className="min-h-12 w-full rounded-8 border border-line-strong bg-surface px-3"
        />
        <Popover className="max-h-[50dvh] w-(--trigger-width) overflow-auto rounded-8 border border-line-strong bg-surface p-1.5 text-ink shadow-2">
          <ListBox<Found> className="outline-none">
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
      <p role="status" className="text-14 text-ink-soft empty:hidden">
        {state}
      </p>
      <p className="text-14 text-ink-soft">{say.form.aboutHint}</p>
      <p className="text-14 text-ink-soft">{say.form.unseen}</p>
      <Button
        className="self-start"
        onPress={() => {
          // Without TLS there is none.
          if (!('geolocation' in navigator)) return setLost(true);
          navigator.geolocation.getCurrentPosition(
            ({ coords }) => changeDraft({ position: [coords.longitude, coords.latitude] }),
            () => setLost(true),
            { timeout: 10_000 },
          );
        }}
      >
        {say.form.here}
      </Button>
      {isLost && <Caution>{say.form.hereFailed}</Caution>}
    </>
  );
}

function foundSubjects(
  text: string,
  results: SearchResults | undefined,
  say: RelayWords,
  dot: string,
): Found[] {
  const nobody = { person: null, placeText: '', position: null };
  const plain: Found = {
    ...{ key: 'text', name: say.form.asPlace(text), more: say.place },
    subject: { ...nobody, placeText: text },
  };
  if (results === undefined) return [plain];
  return [
    ...results.people.items.slice(0, MOST_OF_A_KIND).map((one) => ({
      ...{ key: `person.${one.id}`, name: one.name },
      more: [say.form.people, one.district, one.address].filter(Boolean).join(dot),
      subject: { ...nobody, person: { id: one.id, name: one.name } },
    })),
    ...results.shelters.items.slice(0, MOST_OF_A_KIND).map((one) => ({
      ...{ key: `shelter.${one.id}`, name: one.name },
      more: [say.form.shelters, one.address].filter(Boolean).join(dot),
      // With its place the sheet is counted in the chart of its district.
      subject: { ...nobody, placeText: one.name, position: one.position },
    })),
    ...results.addresses.items.slice(0, MOST_OF_A_KIND).map((one) => ({
      ...{ key: `address.${one.label}`, name: one.label, more: say.form.addresses },
      subject: { ...nobody, placeText: one.label, position: one.position },
    })),
    plain,
  ];
}
