import { formatNumber } from '../../i18n/format.ts';

export const TABLE = 'number w-full border-collapse';
export const NUMBER_CELL = 'py-2 pl-3 text-right whitespace-nowrap';

/** +3, −3 with a minus sign, and a plain 0. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${formatNumber(value)}` : `−${formatNumber(-value)}`;
}
