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
  zonesElsewhere: {
    code: 'import.zones-elsewhere',
    ja: 'この区域データには、自治体の境界(境界がなければ地区)にかかる区域が一件もありません。別の土地のデータなので取り込みません。別の自治体コードを指定するか、この自治体の区域データを選んでください。境界が違うときは、先に正しい境界を取り込んでください(districts --boundary)',
    en: 'None of these zones touches the boundary of the municipality (or its districts, where it has no boundary): they are of another place and are not imported. Name another municipality code, or choose the zone data of this one; if the boundary is wrong, import the right one first (districts --boundary)',
  },
} as const satisfies Record<string, Problem>;

export const ZONES_FAR_AWAY: Bilingual = {
  ja: '【警告】どの対象者・避難所からも20km以内に区域がありません。別の土地のデータでないか確かめてください。このままでは全員が区域外と判定されます',
  en: 'WARNING: no zone lies within 20 km of any person or shelter. Please check that these are not the data of another place: everybody counts as outside',
};

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
