import type { FoundPerson } from '#contract/search';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import { PersonMark } from './PersonMark.tsx';
import { relationWords } from './relation-words.ts';

/** One person in two lines: mark, name, and why the person is here. */
export function PersonLine({ person }: { readonly person: FoundPerson }) {
  const words = useWords();
  const isInsideRed = person.redRelation === 'inside';
  return (
    <span className="flex min-w-0 flex-1 items-center gap-3 text-left">
      <PersonMark
        tier={person.tier}
        red={person.redRelation}
        relation={person.relation}
        power={person.powerDependent === true}
        className="size-8"
      />
      <span className="min-w-0 flex-1 leading-snug">
        <span className="flex items-baseline gap-2">
          <span className="truncate font-bold">{person.name}</span>
          <span className="number shrink-0 text-14 text-ink-soft">
            {person.age === null ? '' : words.terms.years(person.age)}
          </span>
          <span className="number ml-auto shrink-0 text-14">
            {words.terms.rank(formatNumber(person.rank))}
          </span>
        </span>
        <span className="block truncate text-14 text-ink-soft">
          <span className={isInsideRed ? 'text-danger' : ''}>{relationWords(person, words)}</span>
          {person.district === null ? '' : `${words.dot}${person.district}`}
        </span>
      </span>
    </span>
  );
}
