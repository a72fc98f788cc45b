/**
 * Metres as they are said everywhere: whole from 10 m on, one decimal below, without sign or unit.
 * What is not zero is never said as a plain 0: 3 cm are `0.0`.
 *
 * @param meters signed or not
 */
export function metresText(meters: number): string {
  const size = Math.abs(meters);
  if (size >= 9.95) return Math.round(size).toLocaleString('en-US');
  return Number.isInteger(size) ? String(size) : size.toFixed(1);
}
