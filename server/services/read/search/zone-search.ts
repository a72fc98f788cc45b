import type { FoundZone } from '#contract/search';
import { foldText } from '#domain/text/fold-text';
import { bestMatches, bestPenalty, type Matches, NO_MATCHES } from './best-matches.ts';

export type FindZones = (text: string, most: number) => Matches<FoundZone>;

/** Finds zones by number, name and place. A red zone stands before the yellow one around it. */
export function zoneSearch(zones: readonly FoundZone[]): FindZones {
  const gravestFirst = [...zones].sort((a, b) => a.zoneClass.localeCompare(b.zoneClass));
  const texts = gravestFirst.map(({ zoneNumber, zoneName, place }) => [
    foldText(zoneNumber ?? ''),
    foldText(zoneName ?? ''),
    foldText(place ?? ''),
  ]);
  return (text, most) => {
    const wanted = foldText(text);
    if (wanted === '') return NO_MATCHES;
    return bestMatches(gravestFirst, (_, place) => bestPenalty(texts[place] ?? [], wanted), most);
  };
}
