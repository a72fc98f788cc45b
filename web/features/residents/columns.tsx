import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { ResidentRow } from '#contract/resident';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import type { ResidentSort } from '../../state/view-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { hazardWords, possibleWords, shortDistanceWords } from './row-words.ts';

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

export const COLUMN_LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  rank: { width: '4.5rem', isNumber: true, sort: 'rank', leastListPixels: 0 },
  mark: { width: '3rem', isNumber: false, sort: null, leastListPixels: 0 },
  name: { width: 'minmax(7rem,1fr)', isNumber: false, sort: 'name', leastListPixels: 0 },
  age: { width: '5rem', isNumber: true, sort: 'age', leastListPixels: 900 },
  careLevel: { width: '7rem', isNumber: false, sort: 'careLevel', leastListPixels: 0 },
  hazard: { width: 'minmax(12rem,17rem)', isNumber: false, sort: null, leastListPixels: 0 },
  distance: { width: '9.5rem', isNumber: true, sort: 'distance', leastListPixels: 0 },
  district: {
    width: 'minmax(5rem,0.6fr)',
    isNumber: false,
    sort: 'district',
    leastListPixels: 720,
  },
  accuracy: { width: '8rem', isNumber: false, sort: null, leastListPixels: 1080 },
  power: { width: '4rem', isNumber: false, sort: null, leastListPixels: 780 },
};

/** Columns of the table of residents that a list of this width has room for, in their order. */
export function residentColumns(words: Words, listPixels: number, hasZoneData: boolean) {
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
      const possible = possibleWords(row, words);
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
        className={`block truncate first-letter:uppercase ${row.redRelation === 'inside' ? 'text-danger' : ''}`}
      >
        {hazardWords(row, words, hasZoneData)}
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
  ]);
  return all.filter(({ id }) => (COLUMN_LAYOUT[id ?? '']?.leastListPixels ?? 0) <= listPixels);
}
