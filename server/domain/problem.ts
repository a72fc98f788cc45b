/** An expected failure: a code for programs, words for people in both languages. */
export interface Problem {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

/** What the write side may answer in place of a result; the HTTP side maps `code` to a status. */
export const PROBLEMS = {
  badConfig: (names: string): Problem => ({
    code: 'config.invalid',
    ja: `環境変数の値が正しくありません: ${names}`,
    en: `Environment variables have wrong values: ${names}`,
  }),
  hostNotLoopback: (host: string): Problem => ({
    code: 'config.host-not-loopback',
    ja: `HOST=${host} では起動しません。利用者の登録とアクセス制限がまだないため、このコンピューターからだけ使えます(127.0.0.1)。`,
    en: `HOST=${host} is refused: there are no accounts yet, so only this computer may connect (127.0.0.1).`,
  }),
  schemaNewer: (migrations: readonly string[]): Problem => ({
    code: 'database.schema-newer',
    ja: `データベースがこのプログラムより新しい版で更新されています(${migrations.join(', ')})。新しい版のプログラムを使ってください。データは変更していません。`,
    en: `The database was updated by a newer version of the program (${migrations.join(', ')}). Use the newer version; nothing was changed.`,
  }),
  databaseUnreachable: (detail: string): Problem => ({
    code: 'database.unreachable',
    ja: `データベースにつながりません: ${detail}`,
    en: `The database cannot be reached: ${detail}`,
  }),
} as const;

/** Carries a problem through code that can only throw; the command line and HTTP print its words. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.ja} / ${problem.en}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
