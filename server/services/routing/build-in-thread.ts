import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { entryPoint } from '../../db/entry-point.ts';
import type { BuildOrder } from './build-worker.ts';
import type { SharedNetwork } from './shared-network.ts';

/**
 * Builds a network in a thread of its own with a connection of its own, so that the caller goes on
 * answering; null where there are no roads. Aborting ends the thread.
 *
 * @throws what the thread threw, as where the database is away
 */
export async function buildInThread(
  order: BuildOrder,
  signal: AbortSignal,
): Promise<SharedNetwork | null> {
  signal.throwIfAborted();
  const { url, execArgv } = entryPoint(import.meta.url, './build-worker');
  const worker = new Worker(url, { workerData: order, execArgv: [...execArgv] });
  let answer: { readonly network: SharedNetwork | null } | null = null;
  worker.on('message', (message: { readonly network: SharedNetwork | null }) => {
    answer = message;
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(worker, 'exit');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  if (answer === null) throw new Error('the thread ended without a network');
  return (answer as { readonly network: SharedNetwork | null }).network;
}
