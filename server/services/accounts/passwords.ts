import { randomInt } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { LEAST_PASSWORD_LENGTH } from '#contract/account';
import { checkPassword, normalPassword } from '#domain/access/password';
import type { Result } from '#domain/problem';
import { commonPasswords } from './common-passwords.ts';

/** argon2id (the library's default kind) as OWASP asks for: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

export const hashPassword = (password: string): Promise<string> =>
  hash(normalPassword(password), PARAMETERS);

/**
 * Stands in where there is no account, or none with a password: what is not there takes the work of what
 * is. Of a password that nobody knows.
 */
let nobody: Promise<string> | null = null;

/** Whether a password is that of a hash; null: of nobody, which is false after the same work. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(oneTimePassword());
  const isRight = await verify(hashed ?? (await nobody), normalPassword(password));
  return isRight && hashed !== null;
}

/** Made by an older version of the program, with less work. */
export function isOutdated(hashed: string): boolean {
  const { memoryCost, timeCost } = parseOptions(hashed);
  return memoryCost < PARAMETERS.memoryCost || timeCost < PARAMETERS.timeCost;
}

/** Whether somebody may choose this password. */
export async function checkNewPassword(
  password: string,
  names: readonly string[],
): Promise<Result<null>> {
  const known = await commonPasswords();
  const isKnown = (text: string) => known.has(text);
  return checkPassword(password, { names, leastLength: LEAST_PASSWORD_LENGTH, isKnown });
}

/** Without what is mistaken for something else. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** 20 letters of 31: 99 bits, in groups that can be read out. */
export const oneTimePassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');
