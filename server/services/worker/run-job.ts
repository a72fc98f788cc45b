import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { failure, PROBLEMS, type Result } from '#domain/problem';
import { entryPoint } from '../../db/entry-point.ts';
import type { LongWork } from '../context.ts';
import type { HeavyJob, HeavyJobOrder, HeavyJobResults } from './job.ts';
import type { WorkerMessage } from './job-worker.ts';

/**
 * Does heavy work in a thread of its own with a connection of its own, so that the caller goes on
 * answering. Aborting asks the work to stop, which leaves nothing behind.
 *
 * @throws what the work threw, which is a bug
 */
export async function runJob<Job extends HeavyJob>(
  order: Omit<HeavyJobOrder, 'job'> & { readonly job: Job },
  work: LongWork,
): Promise<Result<HeavyJobResults[Job['kind']]>> {
  const { signal, onProgress } = work;
  if (signal?.aborted) return failure(PROBLEMS.cancelled());
  const { url, execArgv } = entryPoint(import.meta.url, './job-worker');
  const worker = new Worker(url, { workerData: order, execArgv: [...execArgv] });
  let result: Result<HeavyJobResults[Job['kind']]> | null = null;
  worker.on('message', (message: WorkerMessage) => {
    if ('progress' in message) onProgress?.(message.progress);
    // The result is that of the job's kind: `doJob` gives it.
    else result = message.result as Result<HeavyJobResults[Job['kind']]>;
  });
  const stop = () => worker.postMessage('abort');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    // Rejects where the thread throws.
    await once(worker, 'exit');
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  if (result === null) throw new Error(`the thread ended without a result (${order.job.kind})`);
  return result;
}
