import type { ShelterRow } from '#contract/shelter';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { relationWords } from '../../ui/relation-words.ts';

/** The list of shelters as a table for paper. */
export function SheltersSheet({ shelters }: { readonly shelters: readonly ShelterRow[] }) {
  const words = useWords();
  const { columns, landslide } = words.print;
  return (
    <table className="print-table">
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.address}</th>
          <th scope="col">{columns.relation}</th>
          <th scope="col">{columns.landslide}</th>
          <th scope="col" data-number="true">
            {columns.capacity}
          </th>
        </tr>
      </thead>
      <tbody>
        {shelters.map((shelter) => (
          <tr key={shelter.id}>
            <td>{shelter.name}</td>
            <td>{words.terms.shelterKind[shelter.kind]}</td>
            <td>{shelter.address ?? ''}</td>
            <td>{relationWords(shelter, words)}</td>
            <td>{landslide[`${shelter.designatedForLandslide}`]}</td>
            <td data-number="true">
              {shelter.capacity === null ? words.terms.unknown : formatNumber(shelter.capacity)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
