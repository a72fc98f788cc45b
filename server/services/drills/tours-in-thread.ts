import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TourPlan, TourRequest } from '#domain/drill/tours/tour-request';
import { entryPoint } from '../../db/entry-point.ts';

export interface TourOrder {
  readonly request: TourRequest;
  readonly seed: number;
}
export type TourMessage =
  | { readonly kind: 'progress'; readonly iteration: number; readonly iterations: number }
  | { readonly kind: 'plan'; readonly plan: TourPlan };

/**
 * Plans tours in a thread of its own, so that the caller goes on answering; null where it was called off, which
 * ends the thread.
 *
 * @throws what the thread threw, which is a bug
 */
export async function toursInThread(
  order: TourOrder,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<TourPlan | null> {
  if (signal.aborted) return null;
  const { url, execArgv } = entryPoint(import.meta.url, './tours-worker');
  const worker = new Worker(url, { workerData: order, execArgv: [...execArgv] });
  let plan: TourPlan | null = null;
  worker.on('message', (message: TourMessage) => {
    if (message.kind === 'plan') plan = message.plan;
    else onProgress(message.iteration, message.iterations);
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(worker, 'exit');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (signal.aborted) return null;
  if (plan === null) throw new Error(`${url.pathname} ended without an answer`);
  return plan;
}
