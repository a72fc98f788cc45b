import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RepairView } from '#contract/data-decisions';
import { RECORDS_ON_PAGE, repairsQuery } from '../../api/imports.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Figure } from './Figure.tsx';
import { shapeFeatures } from './figure-features.ts';

interface RepairListProps {
  readonly code: string;
  readonly datasetId: string;
  readonly count: number;
}

/** Records that were mended; of a geometry the shape before and after on a map. */
export function RepairList({ code, datasetId, count }: RepairListProps) {
  const words = useImportWords();
  const say = words.imports.repairs;
  const [after, setAfter] = useState(0);
  const [shown, setShown] = useState<RepairView | null>(null);
  const query = useQuery(repairsQuery(code, datasetId, after));
  const repairs = query.data?.repairs ?? [];
  return (
    <details className="rounded-8 border border-line px-4">
      <summary className="min-h-11 cursor-pointer py-2.5 font-bold">
        {say.title(formatNumber(count))}
      </summary>
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {shown?.shapes && (
        <div className="flex flex-col gap-1 pb-3">
          <Figure
            key={shown.ordinal}
            code={code}
            label={say.mapLabel}
            features={shapeFeatures(shown.shapes)}
          />
          <p className="text-14 text-ink-soft">
            {say.line} {shown.recordNumber}
            {words.dot}
            {say.before}
            {words.dot}
            {say.after}
          </p>
        </div>
      )}
      <ul className="divide-y divide-line pb-3">
        {repairs.map((repair) => (
          <li key={repair.ordinal} className="flex items-center gap-4 py-1.5">
            <span className="number w-16 text-right text-14 text-ink-soft">
              {formatNumber(repair.recordNumber)}
            </span>
            <span className="min-w-0 flex-1">{repair.messages.map(words.pick).join(' / ')}</span>
            {repair.shapes !== null && (
              <Button
                aria-label={`${say.line} ${repair.recordNumber}: ${say.show}`}
                onPress={() => setShown(repair)}
              >
                {say.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {repairs.length === RECORDS_ON_PAGE && (
        <Button className="mb-3" onPress={() => setAfter(after + RECORDS_ON_PAGE)}>
          {words.imports.more}
        </Button>
      )}
    </details>
  );
}
