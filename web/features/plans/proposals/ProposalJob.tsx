import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { Job } from '#contract/dataset';
import { followJob } from '../../../api/import-job.ts';
import { cancelJob } from '../../../api/imports.ts';
import { plansKey } from '../../../api/plans.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { changePlansView } from '../use-plans-view.ts';
import { useProposalWords } from './use-proposal-words.ts';

const resultSchema = z.object({ id: z.string() });

/** A proposal that is being made: it goes on whatever becomes of this screen. */
export function ProposalJob({ code, id }: { readonly code: string; readonly id: string }) {
  const words = useWords();
  const say = useProposalWords().job;
  const queryClient = useQueryClient();
  const [job, setJob] = useState<Job | null>(null);
  const [isLost, setLost] = useState(false);
  const cancel = useMutation({ mutationFn: () => cancelJob(id) });
  useEffect(
    () =>
      followJob(
        id,
        (now) => {
          setJob(now);
          const made = now.state === 'succeeded' ? resultSchema.safeParse(now.result) : null;
          if (made?.success !== true) return;
          void queryClient.invalidateQueries({ queryKey: plansKey(code) });
          changePlansView({ job: null, proposal: made.data.id });
        },
        () => setLost(true),
      ),
    [id, code, queryClient],
  );
  const isEnded = isLost || (job !== null && job.state !== 'running');
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 p-4">
      {!isEnded && (
        <>
          <ProgressBar
            title={job?.message ? words.pick(job.message) : say.title}
            share={job?.total ? job.done / job.total : null}
          />
          <p className="text-14 text-ink-soft">{say.leave}</p>
          <Button className="w-fit" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
            {say.cancel}
          </Button>
        </>
      )}
      {isLost && <p role="alert">{say.lost}</p>}
      {job?.state === 'cancelled' && <p role="alert">{say.cancelled}</p>}
      {(job?.state === 'failed' || job?.state === 'interrupted') && (
        <div role="alert">
          <p className="font-bold text-error">{say.failed}</p>
          {job.problem !== null && <p>{words.pick(job.problem.messages)}</p>}
        </div>
      )}
      {isEnded && (
        <Button className="w-fit" onPress={() => changePlansView({ job: null })}>
          {say.back}
        </Button>
      )}
    </section>
  );
}
