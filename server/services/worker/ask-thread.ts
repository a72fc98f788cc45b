import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EntryPoint } from '../../db/entry-point.ts';

/**
 * The answer of a thread that is begun for one order, its last word; null where it was called off, which ends it.
 *
 * @param onMessage gets what it says on the way, and the answer too
 * @throws what the thread threw, which is a bug
 */
export async function askThread<Message>(
  { url, execArgv }: EntryPoint,
  order: unknown,
  signal: AbortSignal,
  onMessage: (message: Message) => void = () => {},
): Promise<Message | null> {
  if (signal.aborted) return null;
  const worker = new Worker(url, { workerData: order, execArgv: [...execArgv] });
  const said: { last?: Message } = {};
  worker.on('message', (message: Message) => {
    said.last = message;
    onMessage(message);
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(worker, 'exit');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (signal.aborted) return null;
  if (said.last === undefined) throw new Error(`${url.pathname} ended without an answer`);
  return said.last;
}
