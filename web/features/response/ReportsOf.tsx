import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ToMoveOnWire } from '#contract/response';
import { RESPONSE_STATUS_LABELS } from '#domain/plan/response';
import { reportsOfQuery } from '../../api/response.ts';
import { useWords } from '../../i18n/use-words.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { FoldSummary } from './FoldSummary.tsx';
import { clockText, useResponseWords } from './use-response-words.ts';

/** All that was said of one person in this response, the newest first; asked for when it is opened. */
export function ReportsOf(props: {
  readonly code: string;
  readonly responseId: string;
  readonly person: ToMoveOnWire;
}) {
  const { code, responseId, person } = props;
  const say = useResponseWords().reports;
  const [isOpen, setOpen] = useState(false);
  if (person.at === null) return null;
  return (
    <details className="group" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <FoldSummary>
        {say.title}
        <span className="sr-only">{say.of(person.name)}</span>
      </FoldSummary>
      {isOpen && (
        // What has just been said is in it too.
        <Lines code={code} responseId={responseId} personId={person.id} moment={person.at} />
      )}
    </details>
  );
}

function Lines(props: {
  readonly code: string;
  readonly responseId: string;
  readonly personId: string;
  readonly moment: string;
}) {
  const { code, responseId, personId, moment } = props;
  const words = useWords();
  const say = useResponseWords().reports;
  const query = useQuery(reportsOfQuery(code, responseId, personId, moment));
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <SkeletonLines count={2} />;
  return (
    <ol className="flex flex-col gap-1 border-l-4 border-line pl-3 text-14">
      {query.data.reports.map(({ id, status, at, receivedAt, reportedBy, ...report }) => (
        <li key={id}>
          <b className="number">{clockText(at)}</b> {words.pick(RESPONSE_STATUS_LABELS[status])}
          {report.shelterName !== null && ` ${say.at(report.shelterName)}`}
          <span className="text-ink-soft">
            {' '}
            {reportedBy}
            {clockText(receivedAt) !== clockText(at) && ` ${say.received(clockText(receivedAt))}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
