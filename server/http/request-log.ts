import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { failureOf } from '../output/failure.ts';

/**
 * One line for each request, without personal data: the pattern of the route and never the address (it
 * holds ids and search words), no body, no header. Of an error only what failure.ts lets through.
 */
export function requestLog(logger: Logger) {
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger,
    genReqId: (_request, response) => String(localsOf(response).requestId),
    customLogLevel: (_request, response) =>
      response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customSuccessObject: (_request, response, line: object) => ({ ...line, ...said(response) }),
    customErrorObject: (_request, response, _error, line: object) => ({
      ...line,
      ...said(response),
    }),
    serializers: {
      req: ({ id, method }: { id: unknown; method: string }) => ({ id, method }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: failureOf,
    },
  });
}

function said(response: ServerResponse): object {
  const { route = 'other', problemCode: problem, error } = localsOf(response);
  return { route, problem, ...(error === undefined ? {} : { failure: failureOf(error) }) };
}

/** Express keeps what belongs to one answer in `locals`. */
function localsOf(response: ServerResponse): Response['locals'] {
  return 'locals' in response ? (response as Response).locals : {};
}
