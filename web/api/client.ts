import type { z } from 'zod';
import { type Problem, problemSchema } from '#contract/common';
import { keepAnswer, recallAnswer } from '../offline/kept-answers.ts';
import { noteAnswered, noteLost } from '../state/connection.ts';

/** The server answered with a problem, or did not answer (`problem` null). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  constructor(status: number, problem: Problem | null) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

/** A page of another site cannot send this header: what changes something carries it. */
export const OWN_REQUEST = { 'x-michishirube': '1' } as const;

/**
 * Asks the server and checks the answer's shape. Where it cannot be reached, what it answered last is
 * given, as far as that was kept.
 *
 * @param path below `/api`, e.g. `/municipalities`
 * @throws ApiError with the server's problem details; status 0 where it cannot be reached
 */
export async function requestJson<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  init?: RequestInit,
): Promise<z.output<Schema>> {
  const isRead = (init?.method ?? 'GET') === 'GET';
  const response = await fetch(`/api${path}`, {
    ...init,
    headers: { accept: 'application/json', ...init?.headers },
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return null;
  });
  if (response === null) {
    const kept = isRead ? await recallAnswer(path) : null;
    const parsed = kept === null ? null : schema.safeParse(kept.value);
    noteLost(parsed?.success ? (kept?.keptAt ?? null) : null);
    if (parsed?.success) return parsed.data;
    throw new ApiError(0, null);
  }
  noteAnswered();
  if (!response.ok) throw new ApiError(response.status, await readProblem(response));
  const value: unknown = await response.json();
  const answer = schema.parse(value);
  if (isRead) void keepAnswer(path, value);
  return answer;
}

async function readProblem(response: Response): Promise<Problem | null> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemSchema.safeParse(body);
  return parsed.success ? parsed.data : null;
}
