import { type Job, jobSchema } from '#contract/dataset';

/**
 * Follows a job by server-sent events until it has ended.
 *
 * @param onChange called with each state of the job
 * @param onLost called once where the events stop before the job has ended
 * @returns stops following
 */
export function followJob(
  id: string,
  onChange: (job: Job) => void,
  onLost: () => void,
): () => void {
  const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
  let hasEnded = false;
  const read = (event: MessageEvent<string>) => {
    const job = jobSchema.parse(JSON.parse(event.data));
    hasEnded = job.state !== 'running';
    if (hasEnded) events.close();
    onChange(job);
  };
  events.addEventListener('job', read);
  events.addEventListener('error', () => {
    // The browser tries again by itself unless the stream was refused.
    if (!hasEnded && events.readyState === EventSource.CLOSED) onLost();
  });
  return () => events.close();
}
