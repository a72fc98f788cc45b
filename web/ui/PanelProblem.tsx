import type { UseQueryResult } from '@tanstack/react-query';
import { ApiError } from '../api/client.ts';
import { useWords } from '../i18n/use-words.ts';
import { LoadError } from './LoadError.tsx';
import { EmptyState } from './Notice.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { Skeleton, SkeletonLines } from './Skeleton.tsx';

/** A panel whose content is on its way, gone, or could not be had. */
export function PanelProblem(props: {
  readonly kind: string;
  readonly query: UseQueryResult;
  /** What it can be where there is none, besides that data were renewed. */
  readonly gone?: string;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { error, isError, refetch } = props.query;
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <PanelFrame
      kind={props.kind}
      title={
        isError ? (
          words.frame.errors.title
        ) : (
          <>
            <span className="sr-only">{words.frame.loading}</span>
            <Skeleton className="mt-1 h-7 w-40" />
          </>
        )
      }
      onClose={props.onClose}
    >
      {!isError && <SkeletonLines count={10} className="p-5" />}
      {isGone && (
        <EmptyState title={words.frame.errors.title} text={props.gone ?? words.panel.notFound} />
      )}
      {isError && !isGone && <LoadError error={error} onRetry={() => void refetch()} />}
    </PanelFrame>
  );
}
