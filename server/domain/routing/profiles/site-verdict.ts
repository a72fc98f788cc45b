import { bitOf } from './reasons.ts';

/** By the number of a road: whether somebody on site said that a profile gets through. */
export type SiteVerdicts = ReadonlyMap<number, boolean>;

/** What nobody sees by standing there or driving through: what is allowed, and what a bridge carries. */
const NOT_SEEN_ON_SITE = bitOf('access') | bitOf('weak') | bitOf('steps');

/**
 * The reasons of a road with what was said on site. "Passable" takes away what is unknown and what the
 * data alone refuse; "not passable" adds a refusal to what there is.
 */
export function withVerdict(reasonBits: number, isPassable: boolean | undefined): number {
  if (isPassable === undefined) return reasonBits;
  return isPassable ? reasonBits & NOT_SEEN_ON_SITE : reasonBits | bitOf('site-refused');
}
