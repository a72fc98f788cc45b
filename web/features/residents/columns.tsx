import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { ResidentRow, ResidentSort } from '#contract/resident';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { briefHazardWords, briefPossibleWords, shortDistanceWords } from './row-words.ts';

/** A row of the table: its place in the list, and the person once the page is here. */
export interface TableRow {
  readonly index: number;
  readonly resident: ResidentRow | undefined;
}

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, TableRow>();

export interface ColumnLayout {
  readonly width: string;
  readonly isNumber: boolean;
  readonly sort: ResidentSort | null;
  /** Left out where the list is narrower than this. */
  readonly leastListPixels: number;
}

/** Shown only where somebody chose the column. */
const ON_CHOICE = Number.POSITIVE_INFINITY;

export const COLUMN_LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  rank: { width: '4.5rem', isNumber: true, sort: 'rank', leastListPixels: 0 },
  mark: { width: '3rem', isNumber: false, sort: null, leastListPixels: 0 },
  name: { width: 'minmax(7rem,1fr)', isNumber: false, sort: 'name', leastListPixels: 0 },
  age: { width: '5rem', isNumber: true, sort: 'age', leastListPixels: 940 },
  careLevel: { width: '7rem', isNumber: false, sort: 'careLevel', leastListPixels: 0 },
  hazard: { width: 'minmax(12rem,17rem)', isNumber: false, sort: null, leastListPixels: 0 },
  distance: { width: '9.5rem', isNumber: true, sort: 'distance', leastListPixels: 0 },
  district: {
    width: 'minmax(5rem,0.6fr)',
    isNumber: false,
    sort: 'district',
    leastListPixels: 800,
  },
  accuracy: { width: '8rem', isNumber: false, sort: 'accuracy', leastListPixels: 1080 },
  power: { width: '4rem', isNumber: false, sort: null, leastListPixels: 860 },
  tier: { width: '6rem', isNumber: false, sort: null, leastListPixels: ON_CHOICE },
  possibleTier: {
    width: '9rem',
    isNumber: false,
    sort: 'possibleTier',
    leastListPixels: ON_CHOICE,
  },
  score: { width: '5rem', isNumber: true, sort: null, leastListPixels: ON_CHOICE },
  rosterNumber: { width: '8rem', isNumber: false, sort: null, leastListPixels: ON_CHOICE },
  nameKana: { width: '10rem', isNumber: false, sort: null, leastListPixels: ON_CHOICE },
  address: { width: 'minmax(12rem,1fr)', isNumber: false, sort: null, leastListPixels: ON_CHOICE },
  household: { width: '8rem', isNumber: false, sort: null, leastListPixels: ON_CHOICE },
  supporters: { width: '7rem', isNumber: true, sort: 'supporters', leastListPixels: ON_CHOICE },
  plan: { width: '8rem', isNumber: false, sort: null, leastListPixels: ON_CHOICE },
};

/** Room that a column takes at least. */
export function leastColumnRem(id: string): number {
  return Number(/[\d.]+(?=rem)/.exec(COLUMN_LAYOUT[id]?.width ?? '')?.[0] ?? 0);
}

/**
 * Columns of the table of residents: the chosen ones in their order, or (`chosen` null) those that a list
 * of this width has room for.
 */
export function residentColumns(
  words: Words,
  listPixels: number,
  hasZoneData: boolean,
  chosen: readonly string[] | null,
) {
  const { columns } = words.people;
  const cell = (id: keyof typeof columns, render: (row: ResidentRow) => React.ReactNode) =>
    helper.display({
      id,
      header: columns[id],
      cell: ({ row }) =>
        row.original.resident === undefined ? null : render(row.original.resident),
    });
  const all = helper.columns([
    cell('rank', ({ rank }) => <b>{formatNumber(rank)}</b>),
    cell('mark', (row) => (
      <PersonMark
        tier={row.tier}
        red={row.redRelation}
        relation={row.relation}
        power={row.powerDependent === true}
        className="size-7"
      />
    )),
    cell('name', (row) => {
      const possible = briefPossibleWords(row, words);
      return (
        <>
          <b>{row.name}</b>
          {possible !== null && <span className="ml-2 text-14 text-caution">{possible}</span>}
        </>
      );
    }),
    cell('age', ({ age }) => (age === null ? words.terms.unknown : words.terms.years(age))),
    cell('careLevel', ({ careLevel }) =>
      careLevel === null ? words.terms.unknown : words.careLevel(careLevel),
    ),
    cell('hazard', (row) => (
      <span
        className={`line-clamp-2 text-14 leading-tight whitespace-normal first-letter:uppercase ${row.redRelation === 'inside' ? 'text-danger' : ''}`}
      >
        {briefHazardWords(row, words, hasZoneData)}
      </span>
    )),
    cell('distance', (row) => shortDistanceWords(row, words) ?? '—'),
    cell('district', ({ district }) => district ?? words.terms.unknown),
    cell('accuracy', ({ accuracy }) => words.terms.accuracy[accuracy]),
    cell('power', ({ powerDependent }) =>
      powerDependent === true ? (
        <>
          <Icon name="bolt" />
          <span className="sr-only">{words.people.powerNeeded}</span>
        </>
      ) : powerDependent === null ? (
        words.terms.unknown
      ) : (
        '—'
      ),
    ),
    cell('tier', ({ tier }) => words.terms.tier(tier)),
    cell('possibleTier', ({ possibleTier }) => words.terms.tier(possibleTier)),
    cell('score', ({ score }) => formatNumber(score)),
    cell('rosterNumber', ({ rosterNumber }) => <span className="number">{rosterNumber}</span>),
    cell('nameKana', ({ nameKana }) => nameKana ?? words.terms.unknown),
    cell('address', ({ address }) => address ?? words.terms.unknown),
    cell('household', ({ household }) =>
      household === null ? words.terms.unknown : words.terms.household[household],
    ),
    cell('supporters', ({ supporterCount }) =>
      supporterCount === null
        ? words.terms.unknown
        : words.terms.people(formatNumber(supporterCount)),
    ),
    cell('plan', ({ plan }) => (plan === null ? words.terms.unknown : words.terms.plan[plan])),
  ]);
  if (chosen !== null) return chosen.flatMap((wanted) => all.find(({ id }) => id === wanted) ?? []);
  return all.filter(({ id }) => (COLUMN_LAYOUT[id ?? '']?.leastListPixels ?? 0) <= listPixels);
}
