import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPassword, loginKeyOf } from '#domain/access/password';
import { delaySeconds } from '#domain/access/sign-in-delay';

const LEAKED = new Set(['dragonball', 'iloveyou1234', 'welcome', '1q2w3e4r5t6y']);
const check = (password: string, names: readonly string[] = ['tanaka', '田中 太郎']) => {
  const isKnown = (text: string) => LEAKED.has(text);
  const checked = checkPassword(password, { names, leastLength: 12, isKnown });
  return checked.ok ? 'ok' : checked.problem.code;
};

describe('a password that may be chosen', () => {
  test.each([
    ['long enough, whatever it is made of', '雨の日は山を見ない朝', 'password.too-short'],
    ['twelve characters of Japanese', '雨の日は山を見ないで逃げる', 'ok'],
    ['words without digits or capitals', 'correct horse battery', 'ok'],
    ['eleven characters', 'abXk29!mqLz', 'password.too-short'],
    ['in the list', '1q2w3e4r5t6y', 'password.known'],
    ['in the list but for capitals', 'ILoveYou1234', 'password.known'],
    ['in the list but for what people add', 'Welcome2026!!', 'password.known'],
    ['a known one, repeated', 'welcomewelcomewelcome', 'password.known'],
    ['the own account name with digits', 'tanaka123456', 'password.guessable'],
    ['the own name and that of the program', 'michishirubetanaka', 'password.guessable'],
    ['one character', 'aaaaaaaaaaaaaaaa', 'password.guessable'],
    ['four characters in turn', 'abcdabcdabcd', 'password.guessable'],
    ['a sequence', 'abcdefghijklmn', 'password.guessable'],
    ['a sequence of digits', '123456789012', 'password.guessable'],
  ])('%s', (_what, password, expected) => expect(check(password)).toBe(expected));

  test('a name that is part of a longer one does not matter', () =>
    expect(check('tanaka walks the dog at dawn')).toBe('ok'));

  test('random ones of twelve letters are taken', () => {
    const letters = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), {
      minLength: 14,
      maxLength: 20,
    });
    fc.assert(
      fc.property(letters, (drawn) => {
        // In no order, as they are drawn without one; sequences are what the rule is there for.
        fc.pre([...drawn].some((letter, at) => at > 1 && letter < (drawn[at - 2] ?? '')));
        expect(['ok', 'password.guessable']).toContain(check(drawn.join(''), []));
      }),
    );
  });
});

test('names that look alike are one account', () => {
  expect(loginKeyOf(' Ｔａｎａｋａ ')).toBe('tanaka');
  expect(loginKeyOf('TANAKA')).toBe(loginKeyOf('tanaka'));
});

describe('delays', () => {
  test('a few wrong attempts cost nothing, then each doubles up to five minutes', () => {
    const delays = Array.from({ length: 16 }, (_, failures) => delaySeconds('account', failures));
    expect(delays.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(delays.slice(5, 9)).toEqual([2, 4, 8, 16]);
    expect(Math.max(...delays)).toBe(300);
  });

  test('they never shrink, and a city hall behind one address has more', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom('account', 'address'), (failures, kind) => {
        expect(delaySeconds(kind, failures + 1)).toBeGreaterThanOrEqual(
          delaySeconds(kind, failures),
        );
        expect(delaySeconds('address', failures)).toBeLessThanOrEqual(
          delaySeconds('account', failures),
        );
      }),
    );
  });
});
