import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const HEADER = 'X-Request-Id';
const ACCEPTABLE = /^[A-Za-z0-9-]{8,64}$/;

/** Gives every request an id, or keeps that of a proxy: it stands in the log and in every problem. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get(HEADER);
  const id = given !== undefined && ACCEPTABLE.test(given) ? given : randomUUID();
  response.locals.requestId = id;
  response.set(HEADER, id);
  next();
};

export function requestIdOf(response: Response): string {
  return String(response.locals.requestId ?? '');
}
