import type { RequestHandler } from 'express';
import { HttpProblemError, httpProblem } from './problems.ts';

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * While there are no accounts, listening on loopback is what keeps others out, and a browser would
 * undo it: any page can send a form to this address, or have a name of its own resolve to it (DNS
 * rebinding). So only a loopback name is answered, and only a page of our own may change anything.
 */
export const ownOriginOnly: RequestHandler = (request, _response, next) => {
  const host = request.headers.host ?? '';
  if (!LOOPBACK_HOST.test(host)) throw new HttpProblemError(httpProblem('request.foreign-origin'));
  const { origin } = request.headers;
  const isForeign =
    (origin !== undefined && !isOwn(origin)) || request.get('Sec-Fetch-Site') === 'cross-site';
  if (isForeign && !READING.has(request.method))
    throw new HttpProblemError(httpProblem('request.foreign-origin'));
  next();
};

/** Another port of this computer is let in: the development server of the web client is one. */
function isOwn(origin: string): boolean {
  return URL.canParse(origin) && LOOPBACK_HOST.test(new URL(origin).host);
}
