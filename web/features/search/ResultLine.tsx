import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PersonLine } from '../../ui/PersonLine.tsx';
import { ShelterMark } from '../../ui/ShelterMark.tsx';
import { ZoneSwatch } from '../../ui/ZoneSwatch.tsx';
import { nameOf, type SearchItem } from './search-items.ts';

const LANDSLIDE = { true: 'yes', false: 'no', null: 'unknown' } as const;

/** A result with the mark of its kind, and what tells it from others of its name. */
export function ResultLine({ found, words }: { found: SearchItem; words: Words }) {
  switch (found.kind) {
    case 'people':
      return <PersonLine person={found.item} />;
    case 'addresses':
      return (
        <Line
          mark={<Icon name="target" className="size-5 text-ink-soft" />}
          name={nameOf(found, words)}
          more={words.terms.accuracy[found.item.accuracy]}
        />
      );
    case 'shelters':
      return (
        <Line
          mark={
            <ShelterMark
              kind={found.item.kind}
              landslide={LANDSLIDE[`${found.item.designatedForLandslide}`]}
            />
          }
          name={nameOf(found, words)}
          more={[words.terms.shelterKind[found.item.kind], found.item.address]
            .filter(Boolean)
            .join(words.dot)}
        />
      );
    case 'stations':
      return (
        <Line
          mark={<Icon name="target" className="size-5 text-ink-soft" />}
          name={nameOf(found, words)}
          more={[words.search.stations, found.item.kind].filter(Boolean).join(words.dot)}
        />
      );
    case 'zones':
      return (
        <Line
          mark={
            <ZoneSwatch
              zoneClass={found.item.zoneClass}
              phenomenon={found.item.phenomenon}
              className="h-5 w-7"
            />
          }
          name={nameOf(found, words)}
          more={[words.terms.phenomenon[found.item.phenomenon], found.item.place]
            .filter(Boolean)
            .join(words.dot)}
        />
      );
    case 'districts':
      return (
        <Line
          mark={<Icon name="layers" className="size-5 text-ink-soft" />}
          name={nameOf(found, words)}
          more={
            found.item.residents === null
              ? words.terms.hiddenCount
              : words.search.districtPeople(formatNumber(found.item.residents))
          }
        />
      );
  }
}

function Line(props: {
  readonly mark: React.ReactNode;
  readonly name: string;
  readonly more: string;
}) {
  return (
    <>
      <span className="flex w-8 shrink-0 justify-center">{props.mark}</span>
      <span className="min-w-0 flex-1 py-1 leading-snug">
        {props.name}
        <span className="block truncate text-14 text-ink-soft">{props.more}</span>
      </span>
    </>
  );
}
