import type { RequestHandler } from 'express';
import { HttpProblemError, httpProblem } from './problems.ts';

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Forms of other sites cannot set it, and scripts of other sites are not allowed to. */
const OWN_HEADER = 'X-Michishirube';

interface Reach {
  readonly publicOrigin: string | null;
  readonly isLoopback: boolean;
}

/**
 * Only a page of our own may change anything: any page can send a form to this address, with the cookie of
 * whoever reads that page. And only names of our own are answered: any other can be made to resolve to this
 * address (DNS rebinding).
 */
export function ownOriginOnly({ publicOrigin, isLoopback }: Reach): RequestHandler {
  const ownHost = publicOrigin === null ? null : new URL(publicOrigin).host;
  const isOwnHost = (host: string) =>
    LOOPBACK_HOST.test(host) || (ownHost === null ? !isLoopback : host === ownHost);
  return (request, _response, next) => {
    const host = request.headers.host ?? '';
    if (!isOwnHost(host)) throw foreign();
    if (!READING.has(request.method)) {
      const { origin } = request.headers;
      const isForeign =
        (origin !== undefined && !isOwnOrigin(origin, host, publicOrigin)) ||
        request.get('Sec-Fetch-Site') === 'cross-site';
      const isUnmarked = request.path.startsWith('/api/') && request.get(OWN_HEADER) !== '1';
      if (isForeign || isUnmarked) throw foreign();
    }
    next();
  };
}

const foreign = () => new HttpProblemError(httpProblem('request.foreign-origin'));

/** On this computer another port is let in: the development server of the web client is one. */
function isOwnOrigin(origin: string, host: string, publicOrigin: string | null): boolean {
  if (origin === publicOrigin) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin).host;
  if (LOOPBACK_HOST.test(host)) return LOOPBACK_HOST.test(from);
  return publicOrigin === null && from === host;
}
