import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { hashOf } from './token-hash.ts';

const ISSUER = 'みちしるべ';
const PERIOD_SECONDS = 30;
/** Clocks of telephones differ: one step before and after. */
const WINDOW = 1;
/** 160 bits, as RFC 4226 asks for. */
const SECRET_BYTES = 20;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });

export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator takes the secret from: an address, and a picture of it, drawn here. */
export function totpSetup(secret: string, loginName: string): { uri: string; qrSvg: string } {
  const uri = totpOf(secret, loginName).toString();
  return { uri, qrSvg: renderSVG(uri, { border: 4 }) };
}

/** The time step of a code that is right now; null where it is not. RFC 6238. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

const CODES = 10;
const CODE_BYTES = 10;
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** 80 bits each, so that a plain hash of them can be kept. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: CODES }, () => {
    const bits = [...randomBytes(CODE_BYTES)].map((byte) => byte.toString(2).padStart(8, '0'));
    const letters = bits
      .join('')
      .match(/.{5}/g)
      ?.map((five) => LETTERS[Number.parseInt(five, 2)])
      .join('');
    return letters?.match(/.{4}/g)?.join('-') ?? '';
  });

/** However it is typed: capitals, spaces and hyphens make no difference. */
export const recoveryCodeHash = (code: string): string =>
  hashOf(code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, ''));
