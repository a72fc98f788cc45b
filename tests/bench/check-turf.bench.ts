import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import { bboxOf } from '#domain/geo/bbox';
import { judgePoints } from '#domain/hazard/judge-points';
import { buildZoneIndex, type IndexedZone } from '#domain/hazard/zone-index';
import type { Benchmark } from './support/benchmark.ts';
import { homesAt, isSamePairs, judgedPairs } from './support/places.ts';
import { makePoints, makeZones, RESIDENTS, ZONES } from './support/prefecture.ts';
import { timeInTurns } from './support/timing.ts';

/** Without a margin the check asks what the peer is asked: who is in which zone. */
const INSIDE = { marginMeters: 0 };

export const benchmark: Benchmark = {
  about: '24,000 residents in 45,000 zones, index in place on both sides',
  peer: 'Turf booleanPointInPolygon over a flatbush R-tree',
  targetRatio: 2,
  async run() {
    const points = makePoints(RESIDENTS);
    const homes = homesAt(points);
    const zones = [...makeZones(ZONES)];
    const index = buildZoneIndex(zones);
    const joinWithTurf = prepareTurf(zones, points);
    const times = await timeInTurns(() => judgePoints(index, homes, INSIDE), joinWithTurf, {
      warmUp: 3,
      counted: 9,
    });
    const pairs = judgedPairs(judgePoints(index, homes, INSIDE));
    return {
      ...times,
      sameAnswers: isSamePairs(
        pairs,
        joinWithTurf().map((pair) => pair.join(' ')),
      ),
    };
  },
};

function prepareTurf(
  zones: readonly IndexedZone[],
  points: Float64Array,
): () => (readonly [point: number, zone: number])[] {
  const polygons = zones.map(({ geometry }) => ({
    type: 'Polygon' as const,
    coordinates: (geometry.coordinates[0] ?? []).map((ring) =>
      ring.map(([lng, lat]) => [lng, lat]),
    ),
  }));
  const tree = new Flatbush(zones.length);
  for (const { geometry } of zones) tree.add(...bboxOf(geometry.coordinates[0]?.[0] ?? []));
  tree.finish();
  return () => {
    const pairs: (readonly [point: number, zone: number])[] = [];
    for (let at = 0; at < points.length; at += 2) {
      const place = [points[at] ?? Number.NaN, points[at + 1] ?? Number.NaN];
      const [lng = Number.NaN, lat = Number.NaN] = place;
      for (const zone of tree.search(lng, lat, lng, lat)) {
        const polygon = polygons[zone];
        if (polygon !== undefined && booleanPointInPolygon(place, polygon))
          pairs.push([at / 2, zone]);
      }
    }
    return pairs;
  };
}
