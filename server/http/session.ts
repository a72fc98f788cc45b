import type { Request, RequestHandler } from 'express';
import type { Actor } from '../db/actor.ts';
import type { Database } from '../db/database.ts';
import {
  actorOfAccount,
  type OpenSession,
  type SessionLimits,
  sessionFinder,
  sessionOfToken,
} from '../services/accounts/session-actor.ts';
import type { SignInPlace } from '../services/accounts/sign-in.ts';
import { originOf } from './audit-trail.ts';
import { cookieOf } from './cookies.ts';
import { HttpProblemError, httpProblem } from './problems.ts';

export const SESSION_COOKIE = 'michishirube_session';

const SESSIONS = new WeakMap<Request, OpenSession>();

/** Looks the session of a request up before anything is answered; refuses nobody. */
export function readSession(database: Database, limits: SessionLimits): RequestHandler {
  const findOpen = sessionFinder(database, limits);
  return async (request, _response, next) => {
    const token = cookieOf(request, SESSION_COOKIE);
    if (token !== null && token !== '') {
      const { userAgent, origin } = placeOf(request);
      const session = await sessionOfToken(database, findOpen, token, userAgent, origin);
      // The cookie of one that has ended stays: the browser may have got that of another one meanwhile.
      if (session !== null) SESSIONS.set(request, session);
    }
    next();
  };
}

/** Null: none, or one that has ended. The second factor may be asked for still. */
export const sessionOf = (request: Request): OpenSession | null => SESSIONS.get(request) ?? null;

/** As whom a request is answered. @throws HttpProblemError 401 where nobody is signed in */
export function actorOfSession(request: Request): Actor {
  const session = sessionOf(request);
  if (session === null || !session.secondFactor)
    throw new HttpProblemError(httpProblem('session.none'));
  return actorOfAccount(session.accountId, session);
}

/** From where a request comes, as sign-ins keep it. */
export const placeOf = (request: Request): SignInPlace => ({
  userAgent: request.get('User-Agent') ?? null,
  origin: originOf(request),
  formerToken: cookieOf(request, SESSION_COOKIE),
});
