import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';

/** Metres below a kilometre, kilometres with two decimals above. */
export function distanceText(meters: number, words: Words): string {
  const say = words.mapTools.measure;
  return meters < 1000
    ? say.metres(formatNumber(Number(meters.toFixed(meters < 100 ? 1 : 0))))
    : say.kilometres(formatNumber(Number((meters / 1000).toFixed(2))));
}

/** Square metres below a hectare, hectares above. */
export function areaText(squareMeters: number, words: Words): string {
  const say = words.mapTools.measure;
  return squareMeters < 10_000
    ? say.squareMetres(formatNumber(Math.round(squareMeters)))
    : say.hectares(formatNumber(Number((squareMeters / 10_000).toFixed(2))));
}
