import type { Request, Response } from 'express';

/**
 * Cookies that scripts cannot read and other sites do not send along with what they post. Over TLS their
 * names carry `__Host-`: no other host of the domain, and nobody without TLS, can put one in their place.
 */
const nameFor = ({ secure }: Request, name: string): string => (secure ? `__Host-${name}` : name);

/** null where the browser sent none. */
export function cookieOf(request: Request, name: string): string | null {
  const wanted = nameFor(request, name);
  for (const pair of (request.get('Cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim();
  }
  return null;
}

/** `value` is of letters that a cookie can hold as they are, e.g. base64url; without an age it goes with the browser. */
export function setCookie(
  response: Response,
  name: string,
  value: string,
  maxAgeSeconds?: number,
): void {
  const { req: request } = response;
  const attributes = [
    `${nameFor(request, name)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(request.secure ? ['Secure'] : []),
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
  ];
  response.append('Set-Cookie', attributes.join('; '));
}

export const dropCookie = (response: Response, name: string): void =>
  setCookie(response, name, '', 0);
