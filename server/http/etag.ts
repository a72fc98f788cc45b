import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { localDay } from '#domain/local-day';
import { type Actor, scopeOf } from '../db/actor.ts';
import { languageOf } from './language.ts';

/**
 * A strong entity tag: the versions of the data, the address, what of the data the actor may see, the
 * day (ages turn at midnight), the content coding, as a compressed body is not the same bytes, and the
 * language where the body is in one.
 */
export function etagOf(
  request: Request,
  actor: Actor,
  token: string,
  now: Date,
  isByLanguage: boolean,
): string {
  const coding = request.acceptsEncodings('br', 'gzip', 'identity') || 'identity';
  const language = isByLanguage ? languageOf(request) : '';
  const parts = [token, request.originalUrl, scopeOf(actor), localDay(now), coding, language];
  return `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`;
}

/** Whether the client has what would be sent (RFC 9110, 13.1.2). */
export function isUnchanged(request: Request, etag: string): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
