import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EntryPoint } from '../../db/entry-point.ts';

/**
 * The one answer of a thread that is begun for one order; null where it was called off, which ends it.
 *
 * @throws what the thread threw, which is a bug
 */
export async function askThread<Message>(
  { url, execArgv }: EntryPoint,
  order: unknown,
  signal: AbortSignal,
): Promise<Message | null> {
  if (signal.aborted) return null;
  const worker = new Worker(url, { workerData: order, execArgv: [...execArgv] });
  const answers: Message[] = [];
  worker.on('message', (message: Message) => answers.push(message));
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(worker, 'exit');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (signal.aborted) return null;
  const [answer] = answers;
  if (answer === undefined) throw new Error(`${url.pathname} ended without an answer`);
  return answer;
}
