import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

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

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals attempts by a key that lives as long as the process. The browser carries them, so nobody can fill
 * the memory by beginning sign-ins, and no secret has to be kept; those that a restart meets begin anew.
 */
export function createSealer(key: Buffer = randomBytes(32)): AttemptSealer {
  return {
    seal(attempt) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(JSON.stringify(attempt), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, now) {
      const attempt = opened(Buffer.from(sealed, 'base64url'), key);
      if (attempt === null) return null;
      const ageSeconds = (now.getTime() - attempt.begunAt) / 1000;
      return ageSeconds >= 0 && ageSeconds <= ATTEMPT_SECONDS ? attempt : null;
    },
  };
}

function opened(bytes: Buffer, key: Buffer): Attempt | null {
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([body, decipher.final()]).toString('utf8');
    return attemptSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
