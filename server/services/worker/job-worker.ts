import { parentPort } from 'node:worker_threads';
import { ProblemError, type Result } from '#domain/problem';
import { openDatabase } from '../../db/data-source.ts';
import type { Progress } from '../context.ts';
import { doJob, type HeavyJobOrder } from './job.ts';

/** What the thread is told: what to do, or to stop what it does. */
export type WorkerRequest = { readonly order: HeavyJobOrder } | 'abort';
/** What the thread says to whoever started it. */
export type WorkerMessage = { readonly progress: Progress } | { readonly result: Result<unknown> };

const port = parentPort;
if (port === null) throw new Error('job-worker runs as a worker thread only');
const say = (message: WorkerMessage) => port.postMessage(message);

let abort: AbortController | null = null;
port.on('message', (request: WorkerRequest) => {
  if (request === 'abort') abort?.abort();
  else void work(request.order);
});

/** One job at a time; what it throws ends the thread, and the caller gets it. */
async function work(order: HeavyJobOrder): Promise<void> {
  abort = new AbortController();
  const result = await resultOf(order, abort.signal);
  abort = null;
  say({ result });
}

async function resultOf(order: HeavyJobOrder, signal: AbortSignal): Promise<Result<unknown>> {
  const { databaseConfig, actor, today, job } = order;
  try {
    const database = await openDatabase(databaseConfig, { migrate: false });
    try {
      const onProgress = (progress: Progress) => say({ progress });
      return await doJob({ database, actor, today }, job, { signal, onProgress });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ok: false, problem: error.problem };
  }
}
