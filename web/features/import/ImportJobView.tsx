import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { importReportSchema, type Job } from '#contract/dataset';
import { ApiError } from '../../api/client.ts';
import { cancelJob, importQuery } from '../../api/imports.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { ImportReportView } from './ImportReportView.tsx';

/** One import as the server knows it: it goes on whatever becomes of this screen. */
export function ImportJobView({ code, id }: { readonly code: string; readonly id: string }) {
  const words = useImportWords();
  const say = words.imports;
  const queryClient = useQueryClient();
  const query = useQuery(importQuery(code, id));
  const cancel = useMutation({ mutationFn: () => cancelJob(id) });
  const state = query.data?.job.state;
  const formerState = useRef(state);
  useEffect(() => {
    const hasEnded = formerState.current === 'running' && state !== 'running';
    formerState.current = state;
    // Everything that rests on the data is asked for anew.
    if (hasEnded) void queryClient.invalidateQueries();
  }, [state, queryClient]);
  if (query.data === undefined)
    return query.error instanceof ApiError && query.error.status !== 0 ? (
      <LoadError error={query.error} />
    ) : (
      <SkeletonLines count={3} />
    );
  const { job, source, fileNames } = query.data;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14 text-ink-soft">
        {words.data.sources[source]}
        {words.dot}
        {fileNames.join(words.language === 'ja' ? '、' : ', ')}
      </p>
      {query.isError && <Caution>{say.disconnected}</Caution>}
      {job.state === 'running' && (
        <div className="flex flex-col gap-3">
          <div aria-live="polite">
            <ProgressBar
              title={job.message === null ? say.running : words.pick(job.message)}
              share={shareOf(job)}
            />
          </div>
          <p className="text-14 text-ink-soft">{say.leave}</p>
          <Button className="w-fit" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
            {say.cancel}
          </Button>
        </div>
      )}
      {job.state === 'succeeded' && (
        <Succeeded code={code} job={job} datasetId={query.data.datasetId} />
      )}
      {job.state === 'cancelled' && <p className="font-bold">{say.cancelled}</p>}
      {(job.state === 'failed' || job.state === 'interrupted') && (
        <div role="alert">
          <p className="font-bold text-error">
            {job.state === 'failed' ? say.failed : say.interrupted}
          </p>
          {job.problem !== null && <p className="mt-2">{words.pick(job.problem.messages)}</p>}
        </div>
      )}
    </div>
  );
}

function Succeeded(props: {
  readonly code: string;
  readonly job: Job;
  readonly datasetId: string;
}) {
  const report = importReportSchema.safeParse(props.job.result);
  return report.success ? (
    <ImportReportView code={props.code} datasetId={props.datasetId} report={report.data} />
  ) : (
    <LoadError error={report.error} />
  );
}

function shareOf({ done, total }: Job): number | null {
  return total === null || total === 0 ? null : Math.min(1, done / total);
}
