import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DatasetView } from '#contract/dataset';
import { datasetsQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { DatasetCard } from './DatasetCard.tsx';
import { OpenImports } from './OpenImports.tsx';
import { IN_USE_ID } from './RollBack.tsx';

interface DataPlaceProps {
  readonly code: string;
  /** The box that takes new files. */
  readonly children: ReactNode;
}

/** Every dataset with its origin, licence, date and counts; new files go in at the top. */
export function DataPlace({ code, children }: DataPlaceProps) {
  const words = useWords();
  const query = useQuery(datasetsQuery(code));
  const datasets = query.data?.datasets ?? [];
  const groups = [
    { title: words.data.inUse, datasets: datasets.filter(({ status }) => status === 'active') },
    { title: words.data.former, datasets: datasets.filter(({ status }) => status !== 'active') },
  ].filter((group) => group.datasets.length > 0);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-soft">
      <div className="mx-auto flex max-w-5xl flex-col gap-6 p-6">
        <h2 className="text-24 font-bold">{words.data.title}</h2>
        {children}
        <OpenImports code={code} datasets={datasets} />
        {query.isPending && <SkeletonLines count={9} />}
        {query.isError && query.data === undefined && (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isSuccess && datasets.length === 0 && (
          <EmptyState title={words.data.empty.title} text={words.data.empty.text} />
        )}
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title} className="flex flex-col gap-3">
            <h3
              id={group.title === words.data.inUse ? IN_USE_ID : undefined}
              tabIndex={-1}
              className="text-18 font-bold"
            >
              {group.title}
            </h3>
            {group.datasets.map((dataset) => (
              <DatasetCard
                key={dataset.id}
                code={code}
                dataset={dataset}
                hasFormer={hasFormer(dataset, datasets)}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

/** Whether a dataset of the same kind and scope that was in force before is kept. */
function hasFormer(dataset: DatasetView, all: readonly DatasetView[]): boolean {
  return all.some(
    ({ kind, scope, status }) =>
      status === 'superseded' && kind === dataset.kind && scope === dataset.scope,
  );
}
