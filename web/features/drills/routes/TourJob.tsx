import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Job } from '#contract/dataset';
import { drillsKey } from '../../../api/drills.ts';
import { followJob } from '../../../api/import-job.ts';
import { cancelJob } from '../../../api/imports.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { changeDrillsView } from '../use-drills-view.ts';
import { useDrillRoutesWords } from './use-drill-routes-words.ts';

/** Tours that are being planned: it goes on whatever becomes of this screen. */
export function TourJob({ code, id }: { readonly code: string; readonly id: string }) {
  const words = useWords();
  const say = useDrillRoutesWords().tours;
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
          if (now.state !== 'succeeded') return;
          void queryClient.invalidateQueries({ queryKey: drillsKey(code) });
          changeDrillsView({ job: null }, 'replace');
        },
        () => setLost(true),
      ),
    [id, code, queryClient],
  );
  const isEnded = isLost || (job !== null && job.state !== 'running');
  if (!isEnded)
    return (
      <>
        <ProgressBar
          title={job?.message ? words.pick(job.message) : say.running}
          share={job?.total ? job.done / job.total : null}
        />
        <p className="text-14 text-ink-soft">{say.leave}</p>
        <Button className="w-fit" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
          {say.cancel}
        </Button>
      </>
    );
  return (
    <>
      <div role="alert">
        <p className="font-bold">
          {isLost ? say.lost : job?.state === 'cancelled' ? say.cancelled : say.failed}
        </p>
        {job?.problem != null && <p>{words.pick(job.problem.messages)}</p>}
      </div>
      <Button className="w-fit" onPress={() => changeDrillsView({ job: null }, 'replace')}>
        {words.frame.close}
      </Button>
    </>
  );
}
