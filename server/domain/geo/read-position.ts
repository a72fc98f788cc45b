import type { Position } from './position.ts';

/** `latitude, longitude` in any width, as maps and phones give it; null where it is anything else. */
export function readPosition(text: string): Position | null {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,、]+/);
  if (parts.length !== 2 || parts.some((part) => !/^-?\d+(\.\d+)?$/.test(part))) return null;
  const [lat = Number.NaN, lng = Number.NaN] = parts.map(Number);
  return Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? [lng, lat] : null;
}
