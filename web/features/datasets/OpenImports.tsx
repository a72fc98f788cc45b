import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DatasetView } from '#contract/dataset';
import { importListQuery } from '../../api/imports.ts';
import { datasetsQuery } from '../../api/queries.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';

interface OpenImportsProps {
  readonly code: string;
  readonly datasets: readonly DatasetView[];
}

const RECENT_MILLIS = 24 * 60 * 60_000;

/** Imports that run, wait for a decision, or ended badly in the last day: found again after anything. */
export function OpenImports({ code, datasets }: OpenImportsProps) {
  const words = useImportWords();
  const say = words.imports.list;
  const shownId = useView((view) => view.importId);
  const query = useQuery(importListQuery(code));
  const imports = query.data?.imports ?? [];
  const settled = new Set(
    datasets.filter(({ status, isHeld }) => status !== 'staging' || isHeld).map(({ id }) => id),
  );
  useDatasetsOf(
    code,
    imports.flatMap(({ job, datasetId }) =>
      job.state === 'succeeded' && !settled.has(datasetId) ? [datasetId] : [],
    ),
  );
  const held = new Set(datasets.filter(({ isHeld }) => isHeld).map(({ id }) => id));
  const told = new Set<string>();
  const open = imports.filter(({ job, datasetId, startedAt }) => {
    // Of several jobs of one dataset the latest says how it stands.
    if (told.has(datasetId)) return false;
    told.add(datasetId);
    if (job.id === shownId) return false;
    if (job.state === 'running' || held.has(datasetId)) return true;
    const isRecent = Date.now() - Date.parse(startedAt) < RECENT_MILLIS;
    return isRecent && (job.state === 'failed' || job.state === 'interrupted');
  });
  if (open.length === 0) return null;
  return (
    <section aria-label={say.title} className="flex flex-col gap-2">
      <h3 className="text-18 font-bold">{say.title}</h3>
      <ul className="divide-y divide-line rounded-12 border border-line bg-surface px-5">
        {open.map(({ job, source, fileNames, startedAt }) => (
          <li key={job.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="font-bold">{say.states[job.state]}</span>
            <span className="min-w-0 flex-1 break-words">
              {words.data.sources[source]} ・{' '}
              {fileNames.join(words.language === 'ja' ? '、' : ', ')}
            </span>
            <span className="text-14 text-ink-soft">{words.moment(startedAt)}</span>
            <Button
              aria-label={`${fileNames.join(', ')}: ${say.open}`}
              onPress={() => changeView({ importId: job.id })}
            >
              {say.open}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An import may end after the list of datasets was read, where it stands as begun: that is read again, once for each. */
function useDatasetsOf(code: string, lacking: readonly string[]): void {
  const queryClient = useQueryClient();
  const key = lacking.join(' ');
  useEffect(() => {
    if (key !== '') void queryClient.invalidateQueries({ queryKey: datasetsQuery(code).queryKey });
  }, [queryClient, code, key]);
}
