import type { Position } from '#domain/geo/position';
import type { Phenomenon } from '#domain/hazard/zone';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import { exposeRoads } from './exposure/expose-roads.ts';
import { kindBitsOf } from './exposure/exposure-kinds.ts';
import type { RoadExposure } from './exposure/road-exposure.ts';
import type { RoadTable } from './graph/road-table.ts';
import type { RoadTree } from './graph/road-tree.ts';

/** What somebody closes: roads by their ids, all in red zones of some phenomena, all that touch an area. */
export interface Closures {
  readonly roadIds: readonly string[];
  readonly phenomena: readonly Phenomenon[];
  /** A ring in degrees that ends where it begins; null = none. */
  readonly area: readonly Position[] | null;
}

export const NO_CLOSURES: Closures = { roadIds: [], phenomena: [], area: null };

export interface ClosedRoads {
  /** By their numbers in the table, each once, in rising order. */
  readonly roads: readonly number[];
  /** Ids that the table does not have. */
  readonly unknownIds: readonly string[];
}

/** The roads that are closed. A road with a metre of what is closed is closed as a whole. */
export function resolveClosures(
  table: RoadTable,
  tree: RoadTree,
  exposure: RoadExposure,
  numberOf: (roadId: string) => number | undefined,
  { roadIds, phenomena, area }: Closures,
): ClosedRoads {
  const roads = new Set<number>();
  const unknownIds: string[] = [];
  for (const id of new Set(roadIds)) {
    const road = numberOf(id);
    if (road === undefined) unknownIds.push(id);
    else roads.add(road);
  }
  const bits = phenomena.reduce((all, one) => all | redBitsOf(one), 0);
  if (bits !== 0)
    for (let road = 0; road < table.roadCount; road += 1)
      if ((kindsOnRoad(exposure, road) & bits) !== 0) roads.add(road);
  if (area !== null) for (const road of roadsIn(table, tree, area)) roads.add(road);
  return { roads: [...roads].sort((a, b) => a - b), unknownIds };
}

/** Kinds of zones that a road has metres inside of, as bits (`kindBitsOf`). */
export function kindsOnRoad(
  { firstStretches, kindCodes }: Pick<RoadExposure, 'firstStretches' | 'kindCodes'>,
  road: number,
): number {
  let bits = 0;
  const end = firstStretches[road + 1]!;
  for (let stretch = firstStretches[road]!; stretch < end; stretch += 1)
    bits |= 1 << kindCodes[stretch]!;
  return bits;
}

/** Red zones of a phenomenon, or of all, designated or before it. */
export function redBitsOf(phenomenon?: Phenomenon): number {
  return kindBitsOf(['red', 'red-before-designation'], phenomenon);
}

function* roadsIn(table: RoadTable, tree: RoadTree, ring: readonly Position[]) {
  const index = buildZoneIndex([
    {
      id: 'area',
      phenomenon: 'landslide',
      zoneClass: 'red',
      redNotSurveyed: false,
      geometry: { type: 'MultiPolygon', coordinates: [[[...ring]]] },
    },
  ]);
  const { firstStretches } = exposeRoads(table, tree, index);
  for (let road = 0; road < table.roadCount; road += 1)
    if (firstStretches[road] !== firstStretches[road + 1]) yield road;
}
