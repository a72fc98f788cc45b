import type { Request } from 'express';
import { z } from 'zod';
import { type HttpProblem, httpProblem } from './problems.ts';

/** What an endpoint takes where it names no shape. */
export const nothing = z.object({});
export type Nothing = typeof nothing;

interface Parts {
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
}

type Parsed =
  | { readonly ok: true; readonly params: unknown; readonly query: unknown; readonly body: unknown }
  | { readonly ok: false; readonly problem: HttpProblem };

/** The parts of a request by their shapes; a 400 names every field that is wrong. */
export function parseRequest(schemas: Parts, request: Request): Parsed {
  const params = (schemas.params ?? nothing).safeParse(request.params);
  const query = (schemas.query ?? nothing).safeParse(request.query);
  const body = (schemas.body ?? nothing).safeParse(schemas.body === undefined ? {} : request.body);
  if (params.success && query.success && body.success)
    return { ok: true, params: params.data, query: query.data, body: body.data };
  const errors = [params, query, body].flatMap(({ error }) =>
    (error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message })),
  );
  return { ok: false, problem: httpProblem('request.invalid', { errors }) };
}
