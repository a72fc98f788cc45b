import { createHash } from 'node:crypto';
import { openBytes, sealBytes } from './sealed-bytes.ts';

/**
 * Seals the secrets of second factors, as they lie in the database: whoever reads the database, or an
 * unencrypted copy of it, makes no codes of them. Bound to the account, so that none can be put in the
 * place of another's.
 */
export interface SecretSealer {
  seal(accountId: string, secret: string): string;
  /** Null for what was sealed by another key, for another account, or not at all. */
  open(accountId: string, sealed: string): string | null;
}

const FORM = /^v1\.([0-9a-f]{8})\.([\w-]+)$/;

export const isSealed = (stored: string): boolean => FORM.test(stored);

/** @param keyText what the key file holds, of which the key is made */
export function createSecretSealer(keyText: string): SecretSealer {
  const derived = (what: string) =>
    createHash('sha256').update(`michishirube second factor ${what}\n${keyText}`).digest();
  const key = derived('key');
  // Tells which key is asked for, and nothing of the key.
  const keyId = derived('name').toString('hex').slice(0, 8);
  return {
    seal: (accountId, secret) =>
      `v1.${keyId}.${sealBytes(key, secret, accountId).toString('base64url')}`,
    open(accountId, sealed) {
      const [, id, bytes = ''] = FORM.exec(sealed) ?? [];
      if (id !== keyId) return null;
      return openBytes(key, Buffer.from(bytes, 'base64url'), accountId);
    },
  };
}
