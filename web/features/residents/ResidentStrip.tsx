import type { ResidentRow } from '#contract/resident';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { briefHazardWords, distanceWords, possibleWords } from './row-words.ts';

/** One person in three lines, to be read at a glance: rank, who, why. */
export function ResidentStrip({
  row,
  words,
  hasZoneData,
}: {
  readonly row: ResidentRow;
  readonly words: Words;
  readonly hasZoneData: boolean;
}) {
  const possible = possibleWords(row, words);
  const distance = distanceWords(row, words);
  const place = [distance, row.district].filter((part) => part !== null).join(words.dot);
  const isInsideRed = row.redRelation === 'inside';
  return (
    <div className="grid w-full grid-cols-[2.75rem_2.25rem_1fr] items-center gap-x-2">
      <span className="number text-right text-18 leading-none font-bold">
        {formatNumber(row.rank)}
      </span>
      <PersonMark
        tier={row.tier}
        red={row.redRelation}
        relation={row.relation}
        power={row.powerDependent === true}
        className="size-9"
      />
      <div className="min-w-0 py-2">
        <p className="flex items-baseline gap-2 leading-snug">
          <span className="truncate font-bold">{row.name}</span>
          <span className="number shrink-0 text-14 text-ink-soft">
            {row.age === null ? '' : words.terms.years(row.age)}
          </span>
          <span className="ml-auto shrink-0 text-14">
            {row.careLevel === null ? '' : words.careLevel(row.careLevel)}
          </span>
        </p>
        <p className="flex items-baseline gap-2 text-14 leading-normal">
          <span
            className={`min-w-0 flex-1 truncate first-letter:uppercase ${isInsideRed ? 'text-danger' : 'text-ink-soft'}`}
          >
            {briefHazardWords(row, words, hasZoneData)}
          </span>
          {row.powerDependent === true && (
            <span className="inline-flex shrink-0 items-center self-center">
              <Icon name="bolt" className="size-4" />
              {words.people.columns.power}
            </span>
          )}
        </p>
        <p className="truncate text-14 leading-normal text-ink-soft">
          {possible !== null && <span className="text-caution">{possible}</span>}
          {possible !== null && place !== '' && words.dot}
          {place}
        </p>
      </div>
    </div>
  );
}
