import type { Request } from 'express';

/** The language that the client prefers of the two there are. */
export function languageOf(request: Request): 'ja' | 'en' {
  return request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja';
}
