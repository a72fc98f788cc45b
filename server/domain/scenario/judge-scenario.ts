import type { MultiPolygon } from '#domain/geo/position';
import { judgePoints } from '#domain/hazard/judge-points';
import type { Relation } from '#domain/hazard/relation';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { LocatedPosition } from '#domain/resident/accuracy';

/** How a place lies to a hypothetical zone. */
export interface ScenarioJudgement {
  readonly relation: Relation;
  /** Metres to the boundary, negative inside; null where nothing is near or no position is known. */
  readonly signedDistanceMeters: number | null;
}

/**
 * Places against a hypothetical zone (想定区域), by the very rules of the red-zone check: browser and
 * server call this one function. In the order of the places.
 *
 * @throws RangeError as `judgePoints` does
 */
export function judgeScenario(
  geometry: MultiPolygon,
  places: readonly LocatedPosition[],
  marginMeters: number,
): ScenarioJudgement[] {
  // The class colours nothing here: it is one area, and only its boundary counts.
  const area = {
    id: 'scenario',
    phenomenon: 'debris-flow',
    zoneClass: 'yellow',
    redNotSurveyed: false,
    geometry,
  } as const;
  const index = buildZoneIndex([area]);
  return judgePoints(index, places, { marginMeters }).map(({ relation, zones }) => ({
    relation,
    signedDistanceMeters: zones[0]?.signedDistanceMeters ?? null,
  }));
}
