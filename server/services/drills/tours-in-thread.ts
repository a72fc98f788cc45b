import type { TourPlan, TourRequest } from '#domain/drill/tours/tour-request';
import { entryPoint } from '../../db/entry-point.ts';
import { askThread } from '../worker/ask-thread.ts';

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
  const entry = entryPoint(import.meta.url, './tours-worker');
  const answer = await askThread<TourMessage>(entry, order, signal, (message) => {
    if (message.kind === 'progress') onProgress(message.iteration, message.iterations);
  });
  if (answer === null) return null;
  if (answer.kind !== 'plan') throw new Error('the thread ended without tours');
  return answer.plan;
}
