import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '#domain/problem';
import { entryPoint } from '../../db/entry-point.ts';
import type { BuildMessage, BuildOrder } from './build-worker.ts';
import type { SharedNetwork } from './shared-network.ts';

/**
 * Builds a network in a thread of its own with a connection of its own, so that the caller goes on
 * answering; null where there are no roads. Aborting ends the thread.
 *
 * @throws ProblemError where the database is away; what else the thread threw, which is a bug
 */
export async function buildInThread(
  order: BuildOrder,
  signal: AbortSignal,
): Promise<SharedNetwork | null> {
  signal.throwIfAborted();
  const { url, execArgv } = entryPoint(import.meta.url, './build-worker');
  const worker = new Worker(url, { workerData: order, execArgv: [...execArgv] });
  const answers: BuildMessage[] = [];
  worker.on('message', (message: BuildMessage) => answers.push(message));
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(worker, 'exit');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  const [answer] = answers;
  if (answer === undefined) throw new Error('the thread ended without a network');
  if ('problem' in answer) throw new ProblemError(answer.problem);
  return answer.network;
}
