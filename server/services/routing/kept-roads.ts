import type { KeptRoad } from '#domain/routing/isolation/kept-closures';
import { matchRoad } from '#domain/routing/overrides/match-overrides';
import { pointsOfPart } from '#domain/routing/route/part-line';
import { textAt } from '#domain/text/packed-texts';
import type { HeldNetwork } from './held-network.ts';
import { namesMet } from './names-met.ts';
import { place } from './rounding.ts';
import type { SearchOrder, SearchResults } from './search-orders.ts';

type Kept = SearchResults['kept-roads'];

/** Roads of now as they are to be kept, and kept ones as they are called now. */
export function keptRoads(
  network: HeldNetwork,
  { roadIds, kept }: Extract<SearchOrder, { kind: 'kept-roads' }>,
): Kept {
  const { table, tree, baseSource } = network;
  const numberOf = (roadId: string) => network.numberOf(roadId);
  const known = [...new Set(roadIds)].flatMap((id) => numberOf(id) ?? []);
  return {
    toKeep: known.map((road): KeptRoad => {
      const half = { road, fromMeters: 0, toMeters: table.lengthsMeters[road]! / 2 };
      const middle = place(pointsOfPart(table, half).at(-1)!.position);
      const name = table.names[table.nameCodes[road]!] ?? null;
      return { source: baseSource, id: textAt(table.roadIds, road), middle, name };
    }),
    meets: namesMet(table, known),
    matched: kept.map((road) => {
      const match = matchRoad(table, tree, numberOf, baseSource, road);
      return { found: match.found, id: 'road' in match ? textAt(table.roadIds, match.road) : null };
    }),
  };
}
