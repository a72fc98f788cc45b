import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
import { districtsQuery, sheltersQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ShelterMark } from '../../ui/ShelterMark.tsx';
import { findPlaces } from './find-places.ts';

const ITEM =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-6 px-3 data-focused:bg-action-soft';

/** One box over what the map names; results by kind. The key / focuses it. */
export function SearchBox({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.frame.search;
  const inputRef = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const districts = useQuery(districtsQuery(code));
  const shelters = useQuery(sheltersQuery(code));
  const found = findPlaces(text, districts.data?.districts ?? [], shelters.data?.shelters ?? []);
  const isNothing = found.districts.length + found.shelters.length === 0;

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== '/' || isTyping) return;
      event.preventDefault();
      inputRef.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  return (
    <ComboBox
      aria-label={say.label}
      className="relative w-full max-w-md"
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        if (typeof key !== 'string') return;
        const dot = key.indexOf('.');
        const kind = key.startsWith('district') ? 'district' : 'shelter';
        changeView({ selection: { kind, id: key.slice(dot + 1) } });
        setText('');
      }}
      allowsEmptyCollection={text !== ''}
      allowsCustomValue
      menuTrigger="input"
    >
      <Icon
        name="search"
        className="pointer-events-none absolute top-3 left-3 size-5 text-ink-soft"
      />
      <Input
        ref={inputRef}
        placeholder={`${say.placeholder}  ( / )`}
        className="h-11 w-full rounded-8 border border-line-strong bg-surface pr-3 pl-10 placeholder:text-ink-soft"
      />
      <Popover className="max-h-[70dvh] w-(--trigger-width) overflow-auto rounded-8 border border-line-strong bg-surface p-2 text-ink shadow-2">
        <ListBox
          className="outline-none"
          renderEmptyState={() =>
            isNothing ? <p className="p-3 text-ink-soft">{say.none}</p> : null
          }
        >
          {found.districts.length > 0 && (
            <ListBoxSection>
              <Header className="px-3 py-1 text-14 text-ink-soft">{say.districts}</Header>
              <Collection items={found.districts}>
                {(district) => (
                  <ListBoxItem
                    id={`district.${district.id}`}
                    textValue={district.name}
                    className={ITEM}
                  >
                    <Icon name="target" className="size-5 text-ink-soft" />
                    <span className="flex-1">{district.name}</span>
                    <span className="number text-14 text-ink-soft">
                      {say.districtPeople(formatNumber(district.residents))}
                    </span>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
          {found.shelters.length > 0 && (
            <ListBoxSection>
              <Header className="px-3 py-1 text-14 text-ink-soft">{say.shelters}</Header>
              <Collection items={found.shelters}>
                {(shelter) => (
                  <ListBoxItem
                    id={`shelter.${shelter.id}`}
                    textValue={shelter.name}
                    className={ITEM}
                  >
                    <ShelterMark
                      kind={shelter.kind}
                      landslide={
                        shelter.designatedForLandslide === null
                          ? 'unknown'
                          : shelter.designatedForLandslide
                            ? 'yes'
                            : 'no'
                      }
                    />
                    <span className="min-w-0 flex-1 leading-snug">
                      {shelter.name}
                      <span className="block truncate text-14 text-ink-soft">
                        {words.terms.shelterKind[shelter.kind]}
                      </span>
                    </span>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
