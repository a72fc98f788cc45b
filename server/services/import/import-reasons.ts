import type { Bilingual, ImportReason } from '#geodata/item';

export const IMPORT_REASONS = {
  duplicate: {
    code: 'import.duplicate',
    ja: '同じ識別子の記録が前にあります',
    en: 'A record of the same id came before',
  },
  noArea: {
    code: 'import.no-area',
    ja: '図形に面積がありません(直しても面になりません)',
    en: 'The geometry has no area, even when repaired',
  },
} as const satisfies Record<string, ImportReason>;

/** Words for ST_IsValidReason, which names the place behind them: `Self-intersection[132.1 34.2]`. */
const INVALID: Readonly<Record<string, string>> = {
  'Self-intersection': '輪郭が自分と交わっていました',
  'Ring Self-intersection': '輪郭が自分に触れていました',
  'Hole lies outside shell': '穴が外側にありました',
  'Nested holes': '穴の中に穴がありました',
  'Nested shells': '面の中に面がありました',
  'Duplicate Rings': '同じ輪郭が重なっていました',
  'Interior is disconnected': '内側がつながっていませんでした',
  'Too few points in geometry component': '頂点が足りませんでした',
};

export function geometryRepair(validReason: string): Bilingual {
  const reason = validReason.replace(/\[.*$/, '');
  const why = INVALID[reason] ?? '図形が正しくありませんでした';
  return {
    ja: `${why}(図形を直し、元の図形も残しました)`,
    en: `Invalid geometry mended, the source kept: ${reason}`,
  };
}
