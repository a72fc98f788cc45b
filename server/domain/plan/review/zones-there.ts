import { distanceMeters } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { type HazardJudgement, summarise, UNDETERMINED_JUDGEMENT } from '../../hazard/judgement.ts';
import { isRed, PHENOMENA, ZONE_CLASSES } from '../../hazard/zone.ts';
import { findZonesInBox, type ZoneIndex } from '../../hazard/zone-index.ts';
import { findPartsInZone } from '../../routing/exposure/piece-in-zone.ts';
import type { RouteTruth, ZoneKind, ZonesThere } from './truth.ts';

/** Nothing can be said of it, and that is never "outside". */
export const ZONES_UNKNOWN: ZonesThere = zonesThere(UNDETERMINED_JUDGEMENT);

/** What of a judgement a plan rests on: zones that the place is in, or may be in. */
export function zonesThere(judgement: HazardJudgement): ZonesThere {
  if (judgement === UNDETERMINED_JUDGEMENT)
    return { relation: 'undetermined', redRelation: 'undetermined', kinds: [], zoneIds: [] };
  const { relation, redRelation, zones } = summarise(
    judgement.zones.filter((zone) => zone.relation !== 'near'),
  );
  const kinds = zones.flatMap(({ zoneClass, phenomenon, relation: how }): ZoneKind[] =>
    how === 'inside' || how === 'undetermined' ? [{ zoneClass, phenomenon, relation: how }] : [],
  );
  return {
    relation: relation === 'near' ? 'outside' : relation,
    redRelation: redRelation === 'near' ? 'outside' : redRelation,
    kinds: kinds.sort(byKind),
    zoneIds: zones.map(({ zoneId }) => zoneId).sort(),
  };
}

/** Where a line runs inside of zones; metres in several zones count once. */
export function routeTruth(index: ZoneIndex, line: readonly Position[]): RouteTruth {
  const touched = new Set<number>();
  let [redMeters, anyMeters] = [0, 0];
  for (let end = 1; end < line.length; end += 1) {
    const [from, to] = [line[end - 1]!, line[end]!];
    const red: number[] = [];
    const any: number[] = [];
    for (const zone of zonesAround(index, from, to)) {
      const parts: number[] = [];
      findPartsInZone(index, zone, from[0], from[1], to[0], to[1], parts);
      if (parts.length === 0) continue;
      touched.add(zone);
      any.push(...parts);
      if (isRed(ZONE_CLASSES[index.zoneClassCodes[zone]!]!)) red.push(...parts);
    }
    if (any.length === 0) continue;
    const meters = distanceMeters(from, to);
    anyMeters += meters * covered(any);
    redMeters += meters * covered(red);
  }
  const zones = [...touched];
  const kinds = zones.map(
    (zone): ZoneKind => ({
      zoneClass: ZONE_CLASSES[index.zoneClassCodes[zone]!]!,
      phenomenon: PHENOMENA[index.phenomenonCodes[zone]!]!,
      relation: 'inside',
    }),
  );
  return {
    redMeters: Math.round(redMeters),
    anyMeters: Math.round(anyMeters),
    zones: {
      kinds: kinds.sort(byKind),
      zoneIds: zones.map((zone) => index.zoneIds[zone]!).sort(),
    },
    isKnown: true,
  };
}

export const ROUTE_UNKNOWN: RouteTruth = {
  redMeters: 0,
  anyMeters: 0,
  zones: { kinds: [], zoneIds: [] },
  isKnown: false,
};

function zonesAround(index: ZoneIndex, from: Position, to: Position): readonly number[] {
  return findZonesInBox(
    index,
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  );
}

/** How much of 0 … 1 some parts cover together. */
function covered(parts: readonly number[]): number {
  const pairs: [number, number][] = [];
  for (let at = 0; at < parts.length; at += 2) pairs.push([parts[at]!, parts[at + 1]!]);
  pairs.sort((a, b) => a[0] - b[0]);
  let [sum, coveredTo] = [0, 0];
  for (const [from, to] of pairs) {
    if (to <= coveredTo) continue;
    sum += to - Math.max(from, coveredTo);
    coveredTo = to;
  }
  return sum;
}

const orderOf = ({ zoneClass, phenomenon, relation }: ZoneKind) =>
  ZONE_CLASSES.indexOf(zoneClass) * 10 +
  PHENOMENA.indexOf(phenomenon) * 2 +
  (relation === 'inside' ? 0 : 1);
const byKind = (a: ZoneKind, b: ZoneKind) => orderOf(a) - orderOf(b);
