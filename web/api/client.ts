import type { z } from 'zod';
import { type Problem, problemSchema } from '#contract/common';
import { keepAnswer, recallAnswer } from '../offline/kept-answers.ts';
import { noteAnswered, noteLost } from '../state/connection.ts';
import { noteSessionEnded } from '../state/session-end.ts';
import { TOO_MANY, waitForTurn } from '../state/turn.ts';

const SESSION_ENDED = 'session.none';

/** The server answered with a problem, or did not answer (`problem` null). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  /** All that was answered, where a problem says more than its kind alone. */
  readonly body: unknown;
  constructor(status: number, problem: Problem | null, body: unknown = null) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
    this.body = body;
  }
}

/** A page of another site cannot send this header: what changes something carries it. */
export const OWN_REQUEST = { 'x-michishirube': '1' } as const;

/** What is sent as JSON. */
export const send = (
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  body: unknown = {},
): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * Asks the server. Where the session has ended it waits until somebody is signed in again, and where
 * much was asked until the server answers again; then it asks once more: no form loses what stands in it.
 *
 * @param path below `/api`, e.g. `/municipalities`
 * @throws ApiError with the server's problem details; status 0 where it cannot be reached
 */
export async function ask(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(`/api${path}`, {
    ...init,
    headers: { accept: 'application/json', ...(!isReading(init) && OWN_REQUEST), ...init?.headers },
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, null);
  });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body).data ?? null;
  if (problem?.code === TOO_MANY) {
    await waitForTurn(problem);
    init?.signal?.throwIfAborted();
    return ask(path, init);
  }
  // Whoever is about to sign in waits for nobody.
  const isSigningIn = path.startsWith('/session/') || path === '/session';
  if (problem?.code !== SESSION_ENDED || isSigningIn)
    throw new ApiError(response.status, problem, body);
  await noteSessionEnded();
  init?.signal?.throwIfAborted();
  return ask(path, init);
}

/**
 * Asks the server and checks the answer's shape. Where it cannot be reached, what it answered last is
 * given, as far as that was kept.
 *
 * @throws as `ask`
 */
export async function requestJson<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  init?: RequestInit,
): Promise<z.output<Schema>> {
  const response = await ask(path, init).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 0) return null;
    noteAnswered();
    throw error;
  });
  if (response === null) {
    const kept = isReading(init) ? await recallAnswer(path) : null;
    const parsed = kept === null ? null : schema.safeParse(kept.value);
    noteLost(parsed?.success ? (kept?.keptAt ?? null) : null);
    if (parsed?.success) return parsed.data;
    throw new ApiError(0, null);
  }
  noteAnswered();
  const value: unknown = response.status === 204 ? null : await response.json();
  const answer = schema.parse(value);
  if (isReading(init)) void keepAnswer(path, value);
  return answer;
}

const isReading = (init: RequestInit | undefined) => (init?.method ?? 'GET') === 'GET';
