import type { PolygonCoordinates } from '#domain/geo/position';
import { type Place, toPosition } from '../frame.ts';
import { isInRing, ringArea } from './ring.ts';

/** An outer ring and its holes, none of them closed. */
export interface Area {
  readonly outer: readonly Place[];
  readonly holes: readonly (readonly Place[])[];
}

/** Puts rings together: counter-clockwise ones are areas, each clockwise one a hole of the least area around it. */
export function areasOf(rings: readonly (readonly Place[])[]): Area[] {
  const outers = rings
    .filter((ring) => ringArea(ring) > 0)
    .map((outer) => ({ outer, size: ringArea(outer), holes: [] as (readonly Place[])[] }))
    .sort((a, b) => a.size - b.size);
  for (const hole of rings) {
    if (ringArea(hole) >= 0) continue;
    outers
      .find(({ outer, size }) => size > -ringArea(hole) && isInRing(hole[0]!, outer))
      ?.holes.push(hole);
  }
  return outers.map(({ outer, holes }) => ({ outer, holes })).reverse();
}

/** GeoJSON rings of an area. */
export function coordinatesOf({ outer, holes }: Area): PolygonCoordinates {
  return [outer, ...holes].map((ring) => {
    const positions = ring.map(({ x, y }) => toPosition(x, y));
    return [...positions, positions[0]!];
  });
}

export function isInArea(place: Place, { outer, holes }: Area): boolean {
  return isInRing(place, outer) && !holes.some((hole) => isInRing(place, hole));
}
