/** So many people, or such a part of the roster, leave it by no ordinary change. */
const MANY_PEOPLE = 100;
const LARGE_PART = 0.1;

/** Whether a roster takes so many away that it may be only a part of one. */
export function isLargeDeparture({ count, of }: { count: number; of: number }): boolean {
  return count > MANY_PEOPLE || count > of * LARGE_PART;
}
