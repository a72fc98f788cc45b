import type { Request, RequestHandler } from 'express';
import { type RateLimitInfo, rateLimit } from 'express-rate-limit';
import type { RequestLimits } from '../config.ts';
import { networkOf } from '../services/accounts/network-of.ts';
import type { Endpoint } from './endpoint.ts';
import { sendProblem } from './error-handler.ts';
import { type HttpProblem, httpProblem } from './problems.ts';
import { sessionOf } from './session.ts';

export interface RequestLimiter {
  /** Counts every request. */
  readonly all: RequestHandler;
  /** Counts what has a limit of its own besides. */
  of(endpoint: Pick<Endpoint, 'method' | 'path' | 'response'>): RequestHandler[];
}

const WINDOW_MILLIS = 60_000;

/** Searches, imports, ranking everybody for a trial, ways, who is cut off, and the whole audit log. */
const HEAVY =
  /\/(?:search|uploads|imports|routes(?:\/cut-off(?:\.csv)?|\/cuts|\/fire-check)?|compare|whole-chain|effect|check|by-ids|check-points|verify)$/;
/** Whole lists at once. */
const FILES = new Set([
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/**
 * Whose requests these are is told by the session, so that an office behind one address does not share one
 * count; without one by the network address. The counts are in memory: one server works on a database.
 */
export function createRequestLimiter(limits: RequestLimits): RequestLimiter {
  const counted = (limit: number, isCounted: (request: Request) => boolean) =>
    rateLimit({
      windowMs: WINDOW_MILLIS,
      limit: (request: Request) => (sessionOf(request) === null ? limits.perAddress : limit),
      keyGenerator: keyOf,
      skip: (request) => !isCounted(request),
      legacyHeaders: false,
      // What it would warn of is settled elsewhere: TRUST_PROXY, and networks of IPv6 (`networkOf`).
      validate: false,
      handler: (request, response) => sendProblem(request, response, tooMany(infoOf(request))),
    });
  // Attempts to sign in have delays of their own.
  const ofSessions = (limit: number) => counted(limit, (request) => sessionOf(request) !== null);
  const writes = ofSessions(limits.writes);
  const heavy = ofSessions(limits.heavy);
  return {
    all: counted(limits.perSession, () => true),
    of: (endpoint) => (isHeavy(endpoint) ? [heavy] : endpoint.method === 'get' ? [] : [writes]),
  };
}

/** Whether an endpoint has the tightest limit. */
export function isHeavy({
  method,
  path,
  response,
}: Pick<Endpoint, 'method' | 'path' | 'response'>) {
  if ('mediaType' in response && FILES.has(response.mediaType)) return true;
  // The list of imports is a page like any other.
  return HEAVY.test(path) && !(method === 'get' && path.endsWith('/imports'));
}

function keyOf(request: Request): string {
  const session = sessionOf(request);
  return session === null ? `address:${networkOf(request.ip ?? '')}` : `session:${session.id}`;
}

const infoOf = (request: Request): RateLimitInfo | undefined =>
  'rateLimit' in request ? (request.rateLimit as RateLimitInfo) : undefined;

function tooMany(info: RateLimitInfo | undefined): HttpProblem {
  const endsAt = info?.resetTime?.getTime() ?? Date.now() + WINDOW_MILLIS;
  const seconds = Math.max(1, Math.ceil((endsAt - Date.now()) / 1000));
  const detail = {
    ja: `短い時間に操作が集中しました。${seconds} 秒後に画面が自動でやり直します。入力はそのままです。`,
    en: `Much was asked in a short time. The screen tries again by itself in ${seconds} s; what you typed stays.`,
  };
  return { ...httpProblem('request.too-many', { detail }), seconds };
}
