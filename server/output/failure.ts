const LOGGED_FRAMES = 12;

/**
 * What may be logged of an error: its class, its code and the lines of code that it passed. Never its
 * message: that of a database or a parser quotes values, and a value can be about a person.
 */
export function failureOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error ? String(error.code) : undefined;
  return { name: error.name, code, frames: frames.slice(0, LOGGED_FRAMES) };
}
