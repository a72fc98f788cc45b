import type { ResidentRow } from '#contract/resident';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { relationWords } from '../../ui/relation-words.ts';
import type { PrintedPeople } from './load-people.ts';

const COLUMNS = [
  'rank',
  'tier',
  'name',
  'age',
  'district',
  'address',
  'care',
  'relation',
  'distance',
  'power',
] as const;
const NUMBERS: readonly string[] = ['rank', 'age', 'distance'];

/** The list as a table that goes on over pages with its head on each. */
export function PeopleSheet({ people }: { readonly people: PrintedPeople }) {
  const words = useWords();
  const { rows, total } = people;
  return (
    <>
      {rows.length < total && (
        <p>{words.print.partOf(formatNumber(rows.length), formatNumber(total))}</p>
      )}
      <table className="print-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-number={NUMBERS.includes(column)}>
                {words.print.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {COLUMNS.map((column) => (
                <td key={column} data-number={NUMBERS.includes(column)}>
                  {CELLS[column](row, words)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const CELLS: Readonly<
  Record<(typeof COLUMNS)[number], (row: ResidentRow, words: Words) => string>
> = {
  rank: (row) => formatNumber(row.rank),
  tier: (row, words) => words.terms.tier(row.tier),
  name: (row) => row.name,
  age: (row) => (row.age === null ? '' : String(row.age)),
  district: (row) => row.district ?? '',
  address: (row) => row.address ?? '',
  care: (row, words) =>
    row.careLevel === null ? words.terms.unknown : words.careLevel(row.careLevel),
  relation: relationWords,
  distance(row, words) {
    if (row.redDistanceMeters === null || row.redRelation === 'undetermined') return '';
    const metres = words.metersText(Math.abs(row.redDistanceMeters));
    return row.redDistanceMeters <= 0 ? words.print.inner(metres) : metres;
  },
  power: (row, words) => (row.powerDependent === true ? words.print.powerNeeded : ''),
};
