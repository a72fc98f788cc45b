import { failure, PROBLEMS, type Result } from '#domain/problem';
import { entryPoint } from '../../db/entry-point.ts';
import { askThread } from '../worker/ask-thread.ts';
import type { Assigned, AssignMessage, AssignOrder } from './assign-order.ts';

/**
 * Solves in a thread of its own, so that the caller goes on answering. The solver cannot be asked to stop:
 * aborting ends the thread, which has written nothing.
 */
export async function assignInThread(
  order: AssignOrder,
  signal: AbortSignal,
): Promise<Result<Assigned>> {
  const entry = entryPoint(import.meta.url, './assign-worker');
  const answer = await askThread<AssignMessage>(entry, order, signal);
  return answer === null ? failure(PROBLEMS.cancelled()) : answer.result;
}
