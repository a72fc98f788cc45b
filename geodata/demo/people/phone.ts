import type { Random } from '../random.ts';

/** A number that cannot ring: no area code of Japan begins with 00. */
export function phoneNumber(random: Random): string {
  const four = () => String(random.integer(0, 9999)).padStart(4, '0');
  return `000-${four()}-${four()}`;
}
