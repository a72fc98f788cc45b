import { ProblemError } from '#domain/problem';
import { entryPoint } from '../../db/entry-point.ts';
import { askThread } from '../worker/ask-thread.ts';
import type { BuildMessage, BuildOrder } from './build-worker.ts';
import type { SharedNetwork } from './shared-network.ts';

/**
 * Builds a network in a thread of its own with a connection of its own, so that the caller goes on
 * answering; null where there are no roads. Aborting ends the thread.
 *
 * @throws ProblemError where the database is away; the reason of `signal` where it was aborted
 */
export async function buildInThread(
  order: BuildOrder,
  signal: AbortSignal,
): Promise<SharedNetwork | null> {
  const entry = entryPoint(import.meta.url, './build-worker');
  const answer = await askThread<BuildMessage>(entry, order, signal);
  signal.throwIfAborted();
  if (answer === null) return null;
  if ('problem' in answer) throw new ProblemError(answer.problem);
  return answer.network;
}
