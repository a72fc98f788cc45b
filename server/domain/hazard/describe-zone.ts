import type { ZoneJudgement } from './judgement.ts';
import type { Relation } from './relation.ts';
import { PHENOMENA, ZONE_CLASSES } from './zone.ts';
import type { BoundaryPoint } from './zone-boundary.ts';
import type { ZoneIndex } from './zone-index.ts';

/** The judgement of one zone, in the words of the domain. */
export function describeZone(
  index: ZoneIndex,
  zone: number,
  relation: Relation,
  signedDistanceMeters: number,
  nearest: BoundaryPoint,
): ZoneJudgement {
  return {
    zoneId: index.zoneIds[zone]!,
    zoneClass: ZONE_CLASSES[index.zoneClassCodes[zone]!]!,
    phenomenon: PHENOMENA[index.phenomenonCodes[zone]!]!,
    redNotSurveyed: index.redNotSurveyedFlags[zone] === 1,
    relation,
    signedDistanceMeters,
    nearestBoundary: [nearest.lng, nearest.lat],
  };
}
