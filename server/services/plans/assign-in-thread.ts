import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { failure, PROBLEMS, type Result } from '#domain/problem';
import { entryPoint } from '../../db/entry-point.ts';
import type { Assigned, AssignMessage, AssignOrder } from './assign-order.ts';

/**
 * Solves in a thread of its own, so that the caller goes on answering. The solver cannot be asked to stop:
 * aborting ends the thread, which has written nothing.
 *
 * @throws what the thread threw, which is a bug
 */
export async function assignInThread(
  order: AssignOrder,
  signal: AbortSignal,
): Promise<Result<Assigned>> {
  if (signal.aborted) return failure(PROBLEMS.cancelled());
  const { url, execArgv } = entryPoint(import.meta.url, './assign-worker');
  const worker = new Worker(url, { workerData: order, execArgv: [...execArgv] });
  const answers: AssignMessage[] = [];
  worker.on('message', (message: AssignMessage) => answers.push(message));
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(worker, 'exit');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (signal.aborted) return failure(PROBLEMS.cancelled());
  const [answer] = answers;
  if (answer === undefined) throw new Error('the thread ended without an assignment');
  return answer.result;
}
