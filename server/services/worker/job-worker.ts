import { parentPort, workerData } from 'node:worker_threads';
import { ProblemError, type Result } from '#domain/problem';
import { openDatabase } from '../../db/data-source.ts';
import type { Progress } from '../context.ts';
import { doJob, type HeavyJobOrder } from './job.ts';

/** What the thread says to whoever started it. */
export type WorkerMessage = { readonly progress: Progress } | { readonly result: Result<unknown> };

const order: HeavyJobOrder = workerData;
const port = parentPort;
if (port === null) throw new Error('job-worker runs as a worker thread only');

const abort = new AbortController();
port.on('message', () => abort.abort());
const say = (message: WorkerMessage) => port.postMessage(message);

try {
  const database = await openDatabase(order.databaseConfig, { migrate: false });
  try {
    const { actor, today, job } = order;
    const result = await doJob({ database, actor, today }, job, {
      signal: abort.signal,
      onProgress: (progress) => say({ progress }),
    });
    say({ result });
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  say({ result: { ok: false, problem: error.problem } });
} finally {
  port.close();
}
