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
    ja: '名簿と同意の一覧には範囲を指定できません。名簿は一つで、載っていない人は除かれた人として扱われます',
    en: 'Rosters and lists of consents take no scope: there is one roster, and whoever is not on it counts as gone',
  },
  zonesElsewhere: {
    code: 'import.zones-elsewhere',
    ja: 'この区域データには、自治体の境界(境界がなければ地区)にかかる区域が一件もありません。別の土地のデータなので取り込みません。別の自治体コードを指定するか、この自治体の区域データを選んでください。境界が違うときは、先に正しい境界を取り込んでください(districts --boundary)。本当に区域がない自治体では、そのことを確かめたうえで取り込めます(--no-zones-here)',
    en: 'None of these zones touches the boundary of the municipality (or its districts, where it has no boundary): they are of another place and are not imported. Name another municipality code, or choose the zone data of this one; if the boundary is wrong, import the right one first (districts --boundary). Where a municipality truly has no zone, say so and it is taken (--no-zones-here)',
  },
  changedMeanwhile: {
    code: 'import.changed-meanwhile.stale',
    ja: '確かめている間に、使用中のデータが変わりました。違いを計算し直しました。もう一度確かめてから切り替えてください',
    en: 'The data in force changed while you looked. The difference was worked out anew: look at it again before you switch over',
  },
  numberTakenMeanwhile: {
    code: 'import.number-taken',
    ja: '確かめている間に、使用中の名簿が変わり、このファイルの名簿番号が別の人(氏名と生年月日がどちらも異なります)の番号になりました。何も変更していません。この取り込みをやめて、ファイルを取り込み直してください',
    en: 'The roster in force changed while you looked, and a number of this file now is that of another person (name and birth date both differ). Nothing was changed: drop this import and import the file again',
  },
  notHeld: {
    code: 'import.not-held.unknown',
    ja: '確認を待っているデータはありません。すでに切り替えたか、取りやめています',
    en: 'There is no import that waits for a decision: it was put in force or dropped already',
  },
  nothingUsable: {
    code: 'import.empty',
    ja: '取り込める記録が一件もないため、切り替えられません',
    en: 'Not one record can be used: there is nothing to switch over to',
  },
  noZonesUnconfirmed: {
    code: 'import.no-zones-unconfirmed',
    ja: 'この自治体に区域がないことを確かめていません。確かめたうえで切り替えてください',
    en: 'That no zone lies in this municipality has not been confirmed',
  },
} as const satisfies Record<string, Problem>;

export const ZONES_FAR_AWAY: Bilingual = {
  ja: '【警告】どの対象者・避難所からも20km以内に区域がありません。別の土地のデータでないか確かめてください。このままでは全員が区域外と判定されます',
  en: 'WARNING: no zone lies within 20 km of any person or shelter. Please check that these are not the data of another place: everybody counts as outside',
};

/** What a file of zones covers, for somebody to tell whether "none here" can be true. */
export function noZonesHere(coverage: ZoneCoverage): Bilingual {
  const { zones, skipped, nearestMeters, prefectures } = coverage;
  const away =
    nearestMeters === null
      ? { ja: '', en: '' }
      : {
          ja: `いちばん近い区域は、境界から${(nearestMeters / 1000).toFixed(1)}キロメートル離れています。`,
          en: ` The nearest one is ${(nearestMeters / 1000).toFixed(1)} km from the boundary.`,
        };
  const of = prefectures.join('、') || '記載なし';
  return {
    ja: `このファイルの区域${zones + skipped}件(都道府県コード ${of})のうち、この自治体の境界にかかるものは一件もありません。${away.ja}この自治体に指定された区域が本当にないときだけ切り替えてください。切り替えると、位置の分かる人は「区域外」と判定されます。`,
    en: `None of the ${zones + skipped} zones in the file (prefecture code ${prefectures.join(', ') || 'not said'}) touches the boundary of this municipality.${away.en} Switch over only if truly no zone is designated here: everybody whose position is known is then "not in a designated zone".`,
  };
}

export interface ZoneCoverage {
  /** Zones that were staged. */
  readonly zones: number;
  /** Zones that were left out, as they do not touch the boundary. */
  readonly skipped: number;
  readonly prefectures: readonly string[];
  /** From the boundary to the nearest staged zone. */
  readonly nearestMeters: number | null;
}

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
