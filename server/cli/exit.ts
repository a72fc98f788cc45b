import { type Problem, ProblemError, type Result } from '#domain/problem';

/** Exit codes: 0 done, 1 an expected failure (said on standard error), 2 wrong usage. */
export const FAILED = 1;
export const WRONG_USAGE = 2;

/** The value of a result. @throws ProblemError where it is a failure */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problem);
}

/** Problems that another command line would not have. */
const OF_USAGE = new Set(['municipality.name-missing']);

export function exitCodeOf({ code }: Problem): number {
  return OF_USAGE.has(code) ? WRONG_USAGE : FAILED;
}

export function problemText({ code, ja, en }: Problem, language: 'ja' | 'en'): string {
  return `${language === 'ja' ? ja : en} [${code}]\n`;
}

/** Of an error nobody expected: where it happened, never its message, which can quote a person. */
export function programErrorText(failure: object, language: 'ja' | 'en'): string {
  const words =
    language === 'ja'
      ? 'プログラムの誤りで止まりました'
      : 'An error of the program stopped the command';
  return `${words}\n${JSON.stringify(failure, null, 2)}\n`;
}
