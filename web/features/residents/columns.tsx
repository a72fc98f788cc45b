import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { ResidentRow } from '#contract/resident';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/use-words.ts';
import type { ResidentSort } from '../../state/view-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { distanceWords, hazardWords } from './row-words.ts';

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
  /** Left out where the list is narrower. */
  readonly leastWidthClass: string;
}

export const COLUMN_LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  rank: { width: '4.5rem', isNumber: true, sort: 'rank', leastWidthClass: '' },
  mark: { width: '2.75rem', isNumber: false, sort: null, leastWidthClass: '' },
  name: { width: 'minmax(8rem,1.2fr)', isNumber: false, sort: 'name', leastWidthClass: '' },
  age: { width: '5rem', isNumber: true, sort: 'age', leastWidthClass: '' },
  careLevel: { width: '6.5rem', isNumber: false, sort: 'careLevel', leastWidthClass: '' },
  hazard: { width: 'minmax(11rem,1.8fr)', isNumber: false, sort: null, leastWidthClass: '' },
  distance: { width: '11rem', isNumber: true, sort: 'distance', leastWidthClass: '' },
  district: { width: 'minmax(6rem,1fr)', isNumber: false, sort: 'district', leastWidthClass: '' },
  accuracy: { width: '7rem', isNumber: false, sort: null, leastWidthClass: 'accuracy' },
  power: { width: '4rem', isNumber: false, sort: null, leastWidthClass: '' },
};

/** Columns of the table of residents, in their order. */
export function residentColumns(words: Words) {
  const { columns } = words.people;
  const cell = (id: keyof typeof columns, render: (row: ResidentRow) => React.ReactNode) =>
    helper.display({
      id,
      header: columns[id],
      cell: ({ row }) =>
        row.original.resident === undefined ? null : render(row.original.resident),
    });
  return helper.columns([
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
    cell('name', ({ name }) => <b>{name}</b>),
    cell('age', ({ age }) => (age === null ? words.terms.unknown : words.terms.years(age))),
    cell('careLevel', ({ careLevel }) =>
      careLevel === null ? words.terms.unknown : words.careLevel(careLevel),
    ),
    cell('hazard', (row) => (
      <span className={row.redRelation === 'inside' ? 'text-danger' : ''}>
        {hazardWords(row, words)}
      </span>
    )),
    cell('distance', (row) => distanceWords(row, words) ?? '—'),
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
}
