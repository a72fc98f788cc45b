import { type ImportSource, type Job, jobSchema } from '#contract/dataset';
import type { ImportOptionTexts } from '#contract/import';
import { requestJson } from './client.ts';

/** Files of one kind, with what the officer said of them. */
export interface ImportOrder {
  readonly source: ImportSource;
  readonly files: readonly File[];
  readonly options: ImportOptionTexts;
}

/** Sends files and gets the job that imports them. All files of one import go in one request. */
export function startImport(
  code: string,
  { source, files, options }: ImportOrder,
  isDryRun: boolean,
): Promise<Job> {
  const body = new FormData();
  for (const [name, value] of Object.entries(options)) body.append(name, value);
  for (const file of files) body.append('files', file, file.name);
  const query = new URLSearchParams({ source, dryRun: String(isDryRun) });
  return requestJson(jobSchema, `/municipalities/${code}/imports?${query}`, {
    method: 'POST',
    body,
  });
}

export function cancelJob(id: string): Promise<Job> {
  return requestJson(jobSchema, `/jobs/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

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
