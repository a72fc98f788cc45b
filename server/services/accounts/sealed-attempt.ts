import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { openBytes, sealBytes } from './sealed-bytes.ts';

/** What a browser keeps of a sign-in that it has begun, until it comes back from the other server. */
const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  redirectUri: z.string(),
  /** Where to go afterwards: a path of this application. */
  goTo: z.string(),
  /** Milliseconds. */
  begunAt: z.number(),
});
export type Attempt = z.output<typeof attemptSchema>;

export const ATTEMPT_SECONDS = 600;

export interface AttemptSealer {
  seal(attempt: Attempt): string;
  /** null for what was not sealed here, was changed, or is too old. */
  open(sealed: string, now: Date): Attempt | null;
}

/**
 * Seals attempts by a key that lives as long as the process. The browser carries them, so nobody can fill
 * the memory by beginning sign-ins, and no secret has to be kept; those that a restart meets begin anew.
 */
export function createSealer(key: Buffer = randomBytes(32)): AttemptSealer {
  return {
    seal: (attempt) => sealBytes(key, JSON.stringify(attempt)).toString('base64url'),
    open(sealed, now) {
      const text = openBytes(key, Buffer.from(sealed, 'base64url'));
      // What opens was sealed here, as it is.
      const attempt = text === null ? null : attemptSchema.parse(JSON.parse(text));
      if (attempt === null) return null;
      const ageSeconds = (now.getTime() - attempt.begunAt) / 1000;
      return ageSeconds >= 0 && ageSeconds <= ATTEMPT_SECONDS ? attempt : null;
    },
  };
}
