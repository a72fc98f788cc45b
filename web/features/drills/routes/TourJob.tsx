import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { cancelTourJob, tourJobQuery } from '../../../api/drill-routes.ts';
import { drillQuery, drillsKey } from '../../../api/drills.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { changeDrillsView } from '../use-drills-view.ts';
import { useDrillRoutesWords } from './use-drill-routes-words.ts';

/** Tours that are being planned: it goes on whatever becomes of this screen. */
export function TourJob(props: {
  readonly code: string;
  readonly drillId: string;
  readonly id: string;
}) {
  const { code, drillId, id } = props;
  const words = useWords();
  const say = useDrillRoutesWords().tours;
  const queryClient = useQueryClient();
  const query = useQuery(tourJobQuery(code, drillId, id));
  const cancel = useMutation({
    mutationFn: () => cancelTourJob(code, drillId, id),
    onSuccess: () => void query.refetch(),
  });
  const job = query.data ?? null;
  const isLost = query.isError;
  const isDone = job?.state === 'succeeded';
  useEffect(() => {
    // What has ended unseen may have ended well: the list is looked at anew either way.
    if (!isDone && !isLost) return;
    void queryClient.invalidateQueries({ queryKey: [...drillsKey(code), 'tours', drillId] });
    // The time line goes by them.
    void queryClient.invalidateQueries({ queryKey: drillQuery(code, drillId).queryKey });
    if (isDone) changeDrillsView({ job: null }, 'replace');
  }, [isDone, isLost, code, drillId, queryClient]);
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
