import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ImportReport, importReportSchema, type Job } from '#contract/dataset';
import { cancelJob, followJob, type ImportOrder, startImport } from '../../api/import-job.ts';

export type ImportState =
  | { readonly step: 'choosing' }
  | { readonly step: 'sending' }
  | { readonly step: 'running'; readonly job: Job }
  | { readonly step: 'reported'; readonly report: ImportReport; readonly order: ImportOrder }
  | { readonly step: 'cancelled' }
  | { readonly step: 'lost' }
  | { readonly step: 'refused'; readonly error: Error }
  | { readonly step: 'failed'; readonly problem: Job['problem'] };

export interface ImportControl {
  readonly state: ImportState;
  readonly start: (order: ImportOrder, isDryRun: boolean) => void;
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** One import from sending the files to its report. */
export function useImport(code: string): ImportControl {
  const [state, setState] = useState<ImportState>({ step: 'choosing' });
  const queryClient = useQueryClient();
  const stopFollowing = useRef<(() => void) | null>(null);
  useEffect(() => () => stopFollowing.current?.(), []);

  const follow = useCallback(
    (job: Job, order: ImportOrder) => {
      setState({ step: 'running', job });
      stopFollowing.current = followJob(
        job.id,
        (next) => {
          setState(stateOf(next, order));
          // Everything that rests on the data is asked for anew.
          if (next.state === 'succeeded') void queryClient.invalidateQueries();
        },
        () => setState({ step: 'lost' }),
      );
    },
    [queryClient],
  );

  return {
    state,
    start: (order, isDryRun) => {
      setState({ step: 'sending' });
      startImport(code, order, isDryRun).then(
        (job) => follow(job, order),
        (error: unknown) =>
          setState({
            step: 'refused',
            error: error instanceof Error ? error : new Error(String(error)),
          }),
      );
    },
    cancel: () => {
      if (state.step === 'running') cancelJob(state.job.id).catch(() => setState({ step: 'lost' }));
    },
    reset: () => setState({ step: 'choosing' }),
  };
}

function stateOf(job: Job, order: ImportOrder): ImportState {
  switch (job.state) {
    case 'running':
      return { step: 'running', job };
    case 'cancelled':
      return { step: 'cancelled' };
    case 'failed':
      return { step: 'failed', problem: job.problem };
    case 'succeeded': {
      const report = importReportSchema.safeParse(job.result);
      return report.success
        ? { step: 'reported', report: report.data, order }
        : { step: 'refused', error: report.error };
    }
  }
}
