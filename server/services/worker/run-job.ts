import { Worker } from 'node:worker_threads';
import { failure, PROBLEMS, type Result } from '#domain/problem';
import { entryPoint } from '../../db/entry-point.ts';
import type { LongWork } from '../context.ts';
import type { HeavyJob, HeavyJobOrder, HeavyJobResults } from './job.ts';
import type { WorkerMessage, WorkerRequest } from './job-worker.ts';

/** A thread that waits holds its modules in memory, and starting one anew takes half a second. */
const IDLE_MILLIS = 60_000;

/** The thread that did the last job and waits for the next one. */
let waiting: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

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
  const worker = takeWorker();
  const tell = (request: WorkerRequest) => worker.postMessage(request);
  const stop = () => tell('abort');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const result = new Promise<Result<unknown>>((done, failed) => {
      worker.on('message', (message: WorkerMessage) => {
        if ('progress' in message) onProgress?.(message.progress);
        else done(message.result);
      });
      worker.once('error', failed);
      worker.once('exit', () =>
        failed(new Error(`the thread ended without a result (${order.job.kind})`)),
      );
    });
    tell({ order });
    // The result is that of the job's kind: `doJob` gives it.
    const known = (await result) as Result<HeavyJobResults[Job['kind']]>;
    keepWaiting(worker);
    return known;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function takeWorker(): Worker {
  if (waiting !== null) {
    const { worker, timer } = waiting;
    waiting = null;
    clearTimeout(timer);
    forgetListeners(worker);
    worker.ref();
    return worker;
  }
  const { url, execArgv } = entryPoint(import.meta.url, './job-worker');
  return new Worker(url, { execArgv: [...execArgv] });
}

/** Only one waits, and it keeps no process alive. */
function keepWaiting(worker: Worker): void {
  forgetListeners(worker);
  if (waiting !== null) {
    void worker.terminate();
    return;
  }
  const forget = () => {
    if (waiting?.worker === worker) waiting = null;
  };
  worker.once('exit', forget);
  worker.once('error', forget);
  const timer = setTimeout(() => {
    forget();
    void worker.terminate();
  }, IDLE_MILLIS);
  timer.unref();
  worker.unref();
  waiting = { worker, timer };
}

/** By name: a Worker listens to its own listeners coming, and would hear nothing any more. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
