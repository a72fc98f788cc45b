import type { ResponseDetail } from '#contract/response';
import { RESPONSE_STATUS_LABELS, RESPONSE_STATUSES } from '#domain/plan/response';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useResponseWords } from './use-response-words.ts';

/** How people stand by district, and who has come to which shelter. */
export function CountTables({ detail }: { readonly detail: ResponseDetail }) {
  const words = useWords();
  const say = useResponseWords();
  const names = new Map(detail.shelters.map(({ id, name }) => [id, name]));
  const unexpected = new Map(detail.unexpected.map(({ shelterId, people }) => [shelterId, people]));
  const counts = new Map(detail.counts.shelters.map((one) => [one.id, one]));
  const shelterIds = [...new Set([...counts.keys(), ...unexpected.keys()])];
  const cell = (count: number) => (
    <td className="number px-2 py-1 text-right">{formatNumber(count)}</td>
  );
  const head = (labels: readonly string[]) => (
    <thead>
      <tr>
        {labels.map((label, at) => (
          <th
            key={label}
            scope="col"
            className={`px-2 py-1 align-bottom text-14 ${at === 0 ? 'text-left' : 'text-right'}`}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
  const table = 'print-table w-full border-collapse [&_tr]:border-b [&_tr]:border-line';
  return (
    <>
      <details open={detail.counts.districts.length < 8}>
        <summary className="min-h-11 cursor-pointer py-2 font-bold">{say.byDistrict}</summary>
        <section
          className="overflow-x-auto"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it is scrolled by keyboard
          tabIndex={0}
          aria-label={say.byDistrict}
        >
          <table className={table}>
            {head([
              say.district,
              ...RESPONSE_STATUSES.map((one) => words.pick(RESPONSE_STATUS_LABELS[one])),
            ])}
            <tbody>
              {detail.counts.districts.map(({ name, counts: of }) => (
                <tr key={name ?? ''}>
                  <th scope="row" className="px-2 py-1 text-left font-normal">
                    {name ?? say.unknownDistrict}
                  </th>
                  {RESPONSE_STATUSES.map((status) => (
                    <td key={status} className="number px-2 py-1 text-right">
                      {formatNumber(of[status])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
      {shelterIds.length > 0 && (
        <details open={shelterIds.length < 8}>
          <summary className="min-h-11 cursor-pointer py-2 font-bold">{say.byShelter}</summary>
          <section
            className="overflow-x-auto"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
            tabIndex={0}
            aria-label={say.byShelter}
          >
            <table className={table}>
              {head([say.shelter, say.expected, say.arrived, say.elsewhere, say.unnamed])}
              <tbody>
                {shelterIds.map((id) => (
                  <tr key={id} data-shelter={id}>
                    <th scope="row" className="px-2 py-1 text-left font-normal">
                      {names.get(id) ?? id}
                    </th>
                    {cell(sum(counts.get(id)?.expected))}
                    {cell(counts.get(id)?.arrived ?? 0)}
                    {cell(counts.get(id)?.arrivedFromElsewhere ?? 0)}
                    {cell(unexpected.get(id) ?? 0)}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
    </>
  );
}

const sum = (counts: Readonly<Record<string, number>> | undefined) =>
  Object.values(counts ?? {}).reduce((all, one) => all + one, 0);
