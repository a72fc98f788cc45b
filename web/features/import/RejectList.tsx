import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RECORDS_ON_PAGE, rejectsQuery } from '../../api/imports.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';

interface RecordListProps {
  readonly code: string;
  readonly datasetId: string;
  readonly count: number;
}

/** Records that are not taken in: line, reason, and what stood there. A page at a time. */
export function RejectList({ code, datasetId, count }: RecordListProps) {
  const words = useImportWords();
  const say = words.imports.rejects;
  const [after, setAfter] = useState(0);
  const query = useQuery(rejectsQuery(code, datasetId, after));
  const rejects = query.data?.rejects ?? [];
  const title = say.title(formatNumber(count));
  const last = rejects.at(-1);
  return (
    <details className="rounded-8 border border-line px-4" open={count <= 20}>
      <summary className="min-h-11 cursor-pointer py-2.5 font-bold">{title}</summary>
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        className="focus-inset mb-3 max-h-96 overflow-auto"
      >
        <table className="w-full text-14">
          <thead>
            <tr className="border-b border-line text-left">
              <th scope="col" className="px-2 py-1.5 text-right whitespace-nowrap">
                {say.line}
              </th>
              <th scope="col" className="px-2 py-1.5">
                {say.reason}
              </th>
              <th scope="col" className="px-2 py-1.5">
                {say.record}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rejects.map((reject) => (
              <tr key={reject.ordinal} className="align-top">
                <td className="number px-2 py-1.5 text-right">
                  {formatNumber(reject.recordNumber)}
                </td>
                <td className="px-2 py-1.5">{words.pick(reject.message)}</td>
                <td className="max-w-md px-2 py-1.5 break-all text-ink-soft">
                  {reject.raw.slice(0, 300)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {last !== undefined && rejects.length === RECORDS_ON_PAGE && (
        <Button className="mb-3" onPress={() => setAfter(last.ordinal)}>
          {words.imports.more}
        </Button>
      )}
    </details>
  );
}
