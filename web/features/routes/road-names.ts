import type { Whereabouts } from '#contract/route';
import type { Words } from '../../i18n/words.ts';
import { createStore } from '../../state/store.ts';
import type { RouteWords } from './use-route-words.ts';

/** What roads are called that were met on the map or in lists, by id; the address holds ids alone. */
export const roadNames = createStore<ReadonlyMap<string, string>>(new Map());

/** More names do not tell a road any better. */
const MOST_MET = 2;

/** What a road is called; one without a name by where it lies, so that it can be told over the radio. */
export function roadText(
  road: Whereabouts & { readonly name: string | null },
  words: Words,
  say: RouteWords,
): string {
  if (road.name !== null) return road.name;
  const lies = [
    ...(road.district === null ? [] : [road.district]),
    ...(road.meets.length === 0
      ? []
      : [say.closures.meets(road.meets.slice(0, MOST_MET).join(words.dot.trim()))]),
  ];
  return lies.length === 0
    ? say.legs.unnamed
    : say.closures.lies(say.legs.unnamed, lies.join(words.comma));
}
