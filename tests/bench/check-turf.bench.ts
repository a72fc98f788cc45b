import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import { bboxOf } from '#domain/geo/bbox';
import { joinPointsInside, type PointZonePairs } from '#domain/hazard/point-join';
import { buildZoneIndex, type IndexedZone } from '#domain/hazard/zone-index';
import type { Benchmark } from './support/benchmark.ts';
import { isSame, pairKeys } from './support/pairs.ts';
import { makePoints, makeZones, RESIDENTS, ZONES } from './support/prefecture.ts';
import { timeInTurns } from './support/timing.ts';

export const benchmark: Benchmark = {
  about: '24,000 residents in 45,000 zones, index in place on both sides',
  peer: 'Turf booleanPointInPolygon over a flatbush R-tree',
  targetRatio: 2,
  async run() {
    const points = makePoints(RESIDENTS);
    const zones = [...makeZones(ZONES)];
    const index = buildZoneIndex(zones);
    const joinWithTurf = prepareTurf(zones, points);
    const times = await timeInTurns(() => joinPointsInside(index, points), joinWithTurf, {
      warmUp: 3,
      counted: 9,
    });
    const ours = pairKeys(joinPointsInside(index, points));
    return { ...times, sameAnswers: isSame(ours, pairKeys(joinWithTurf())) };
  },
};

function prepareTurf(zones: readonly IndexedZone[], points: Float64Array): () => PointZonePairs {
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
    const pointNumbers: number[] = [];
    const zoneNumbers: number[] = [];
    for (let at = 0; at < points.length; at += 2) {
      const place = [points[at] ?? Number.NaN, points[at + 1] ?? Number.NaN];
      const [lng = Number.NaN, lat = Number.NaN] = place;
      for (const zone of tree.search(lng, lat, lng, lat)) {
        const polygon = polygons[zone];
        if (polygon === undefined || !booleanPointInPolygon(place, polygon)) continue;
        pointNumbers.push(at / 2);
        zoneNumbers.push(zone);
      }
    }
    return {
      pointNumbers: Uint32Array.from(pointNumbers),
      zoneNumbers: Uint32Array.from(zoneNumbers),
    };
  };
}
