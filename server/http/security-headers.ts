import type { RequestHandler } from 'express';

const YEAR_SECONDS = 365 * 24 * 3600;

/** MapLibre's worker is a file of ours or a blob; React Aria sets inline styles; nothing is fetched elsewhere. */
const contentSecurityPolicy = (tileOrigins: readonly string[]) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    ["connect-src 'self'", ...tileOrigins].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** `tileOrigins` are the hosts outside whose map tiles the operator allows; none unless configured. */
export function securityHeaders(tileOrigins: readonly string[]): RequestHandler {
  const policy = contentSecurityPolicy(tileOrigins);
  return (request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Origin-Agent-Cluster': '?1',
      'X-Permitted-Cross-Domain-Policies': 'none',
      'X-DNS-Prefetch-Control': 'off',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), payment=()',
    });
    // Where it is reached by TLS, through a proxy that is trusted to say so, it is never again without.
    if (request.secure) response.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`);
    next();
  };
}
