import type { Position } from '#domain/geo/position';
import type { Bilingual } from '#geodata/item';

/** `lng,lat` in degrees, full-width digits too; or why it is no place. */
export function parsePosition(
  text: string,
): { readonly position: Position } | { readonly reason: Bilingual } {
  const parts = text
    .normalize('NFKC')
    .split(/[,、]/)
    .map((part) => part.trim());
  const [lng, lat] = parts.map((part) =>
    /^[+-]?(\d+\.?\d*|\.\d+)$/.test(part) ? Number(part) : undefined,
  );
  if (parts.length !== 2 || lng === undefined || lat === undefined)
    return {
      reason: {
        ja: `「${text}」を 経度,緯度 として読めません(例: 132.3312,34.3486)`,
        en: `"${text}" is no lng,lat (such as 132.3312,34.3486)`,
      },
    };
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return { position: [lng, lat] };
  return {
    reason: {
      ja: `「${text}」は地球上の位置ではありません。経度,緯度 の順に書いてください`,
      en: `"${text}" is no place on earth; write lng,lat in this order`,
    },
  };
}
