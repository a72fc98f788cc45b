import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Problem as ProblemBody } from '#contract/common';
import { ProblemError } from '#domain/problem';
import { languageOf } from './language.ts';
import { fromDomainProblem, type HttpProblem, HttpProblemError, httpProblem } from './problems.ts';
import { requestIdOf } from './request-id.ts';

/** Writes RFC 9457 problem details; title and detail in the language that the client prefers. */
export function sendProblem(request: Request, response: Response, problem: HttpProblem): void {
  const language = languageOf(request);
  const said = problem.detail ?? problem.title;
  const body: ProblemBody = {
    type: `urn:michishirube:problem:${problem.code}`,
    title: problem.title[language],
    status: problem.status,
    ...(problem.detail === undefined ? {} : { detail: problem.detail[language] }),
    code: problem.code,
    messages: { ja: said.ja, en: said.en },
    ...(problem.errors === undefined ? {} : { errors: [...problem.errors] }),
    ...(problem.seconds === undefined ? {} : { seconds: problem.seconds }),
    requestId: requestIdOf(response),
    ...problem.more,
  };
  if (problem.seconds !== undefined) response.set('Retry-After', String(problem.seconds));
  response.locals.problemCode = problem.code;
  response
    .status(problem.status)
    .set({ 'Cache-Control': 'no-store', 'Content-Language': language, Vary: 'Accept-Language' })
    .type('application/problem+json')
    .send(JSON.stringify(body));
}

/** The one place where what was thrown becomes an answer. */
export const errorHandler: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    response.locals.error = error;
    next(error);
    return;
  }
  const problem = problemOf(error);
  if (problem.status >= 500) response.locals.error = error;
  sendProblem(request, response, problem);
};

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblemError) return error.problem;
  if (error instanceof ProblemError) return fromDomainProblem(error.problem);
  return bodyParserProblem(error) ?? databaseProblem(error) ?? httpProblem('server.bug');
}

/** What express.json and the router throw carries a type or a status. */
function bodyParserProblem(error: unknown): HttpProblem | null {
  if (!(error instanceof Error)) return null;
  if ('type' in error && error.type === 'entity.too.large') return httpProblem('request.too-large');
  if ('type' in error && error.type === 'entity.parse.failed')
    return httpProblem('request.not-json');
  if ('status' in error && error.status === 415)
    return httpProblem('request.unsupported-media-type');
  if (error instanceof URIError || ('status' in error && error.status === 400))
    return httpProblem('request.invalid');
  return null;
}

const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  // The server is being stopped, was ended by force, or is not up yet.
  '57P01',
  '57P02',
  '57P03',
  // Connection exceptions.
  '08000',
  '08001',
  '08003',
  '08006',
]);
/** What the driver says, without a code, of a connection that broke off, and of one that it took for open. */
const CONNECTION_LOST =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout)/;

/** What TypeORM says of a transaction whose connection broke off between two of its statements. */
const TRANSACTION_LOST = new Set([
  'QueryRunnerProviderAlreadyReleasedError',
  'QueryRunnerAlreadyReleasedError',
  'TransactionNotStartedError',
]);

/** The database is away: nobody's fault in the program, and over when it is back. */
function databaseProblem(error: unknown): HttpProblem | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? error.code : undefined;
  const isDatabase = error.constructor.name === 'QueryFailedError' || 'syscall' in error;
  const isLost = typeof code === 'string' && isDatabase && CONNECTION_ERRORS.has(code);
  const isTransactionLost = TRANSACTION_LOST.has(error.constructor.name);
  return isLost || isTransactionLost || CONNECTION_LOST.test(error.message)
    ? httpProblem('server.database')
    : null;
}
