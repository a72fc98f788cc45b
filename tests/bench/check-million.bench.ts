import { joinPointsWithin } from '#domain/hazard/point-join';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Benchmark } from './support/benchmark.ts';
import { makePoints, makeZones, ZONES } from './support/prefecture.ts';
import { timeInTurns } from './support/timing.ts';

const MILLION = 1_000_000;
const QUARTERS = 4;
const REACH_METERS = 20;

export const benchmark: Benchmark = {
  about: `1,000,000 points within ${REACH_METERS} m of 45,000 zones: no slower than in proportion`,
  peer: 'itself, a quarter of the points four times',
  // 1 would be linear to the letter; what is kept out is growth faster than the number of points.
  targetRatio: 0.7,
  maxMegabytes: 1000,
  async run() {
    const points = makePoints(MILLION);
    const index = buildZoneIndex(makeZones(ZONES));
    const quarterLength = points.length / QUARTERS;
    const quarters = Array.from({ length: QUARTERS }, (_, quarter) =>
      points.subarray(quarter * quarterLength, (quarter + 1) * quarterLength),
    );
    const pairsOf = (some: Float64Array) =>
      joinPointsWithin(index, some, REACH_METERS).pointNumbers.length;
    const pairsOfQuarters = () => quarters.map(pairsOf).reduce((sum, pairs) => sum + pairs, 0);
    const times = await timeInTurns(() => pairsOf(points), pairsOfQuarters, {
      warmUp: 1,
      counted: 5,
    });
    return { ...times, sameAnswers: pairsOf(points) === pairsOfQuarters() };
  },
};
