import type { Problem } from '#domain/problem';
import type { Bilingual } from '#geodata/item';

export const IMPORT_PROBLEMS = {
  stagingGone: {
    code: 'import.staging-gone',
    ja: '長く待ったため、読み込んだデータは片付けられました。何も変更していません。もう一度取り込んでください',
    en: 'What was read has been cleared away after a long wait; nothing was changed. Import again',
  },
  rosterScope: {
    code: 'import.roster-scope',
    ja: '名簿には範囲を指定できません。名簿は一つで、載っていない人は除かれた人として扱われます',
    en: 'A roster takes no scope: there is one, and whoever is not on it counts as gone',
  },
} as const satisfies Record<string, Problem>;

/**
 * Says in the report that the data are in force although what follows failed. Of the failure only its
 * kind: the words of a database may quote people.
 */
export function followUpPending(error: unknown): Bilingual {
  const name = error instanceof Error ? error.name : 'Error';
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const kind = `${name}${code}`;
  return {
    ja: `データは入れ替わりましたが、その後の区域判定と優先順位付けが終わっていません(${kind})。判定をやり直してください。次の起動時にも行います`,
    en: `The data are in force, but the check and the ranking that follow did not end (${kind}). Check again; the next start does it too`,
  };
}
