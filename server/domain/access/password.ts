import { failure, type Result, success } from '../problem.ts';
import { ACCOUNT_FAILURES } from './account-failures.ts';

/** One account, however its name is typed: full or half width, capitals or not. */
export const loginKeyOf = (loginName: string): string =>
  loginName.normalize('NFKC').trim().toLowerCase();

/** A password as it is hashed: what looks the same is the same, on every keyboard (RFC 8265). */
export const normalPassword = (password: string): string => password.normalize('NFC');

const OWN_WORDS = ['michishirube', 'みちしるべ', 'password', 'パスワード'];
/** Shorter words are inside of everything. */
const LEAST_WORD = 4;
const LEAST_DIFFERENT = 5;

interface Circumstances {
  /** Names of whose it is. */
  readonly names: readonly string[];
  readonly leastLength: number;
  /** Whether it is in the list of common and leaked passwords. */
  isKnown(password: string): boolean;
}

/** Whether a password may be chosen: length, and that it is not what is tried first. No rule of composition. */
export function checkPassword(password: string, circumstances: Circumstances): Result<null> {
  const { names, leastLength, isKnown } = circumstances;
  const text = normalPassword(password);
  if ([...text].length < leastLength)
    return failure(ACCOUNT_FAILURES.passwordTooShort(leastLength));
  const folded = text.toLowerCase();
  // "password2026!" is the common word with what people put behind it.
  if (isKnown(folded) || isKnown(withoutTrimmings(folded)) || isKnown(halfOf(folded)))
    return failure(ACCOUNT_FAILURES.passwordKnown());
  const rest = [...names.map(loginKeyOf), ...OWN_WORDS]
    .filter((word) => word.length >= LEAST_WORD)
    .reduce((left, word) => left.replaceAll(word, ''), folded);
  const isOnlyNames = rest !== folded && [...rest].length <= leastLength / 2;
  if (isOnlyNames || new Set(folded).size < LEAST_DIFFERENT || isSequence(folded))
    return failure(ACCOUNT_FAILURES.passwordGuessable());
  return success(null);
}

const withoutTrimmings = (text: string) => text.replace(/^[\d\W_]+|[\d\W_]+$/gu, '');

/** The part that a password repeats; itself where it repeats nothing. */
function halfOf(text: string): string {
  const [, part] = /^(.{2,}?)\1+$/su.exec(text) ?? [];
  return part ?? text;
}

/** abcdefghijkl, 210987654321 and the like: each character follows the one before. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, place) => code - (codes[place] ?? 0));
  const even = steps.filter((step) => Math.abs(step) === 1 || Math.abs(step) === 9).length;
  return even >= steps.length - 1 && steps.length > 0;
}
