import { judgePoints } from '#domain/hazard/judge-points';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { LocatedPosition } from '#domain/resident/accuracy';
import type { Benchmark } from './support/benchmark.ts';
import { countPairs, homesAt } from './support/places.ts';
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
  limitMegabytes: 1000,
  async run() {
    const homes = homesAt(makePoints(MILLION));
    const index = buildZoneIndex(makeZones(ZONES));
    const pairsOf = (some: readonly LocatedPosition[]) =>
      countPairs(judgePoints(index, some, { marginMeters: REACH_METERS }));
    const quarterLength = homes.length / QUARTERS;
    const quarters = Array.from({ length: QUARTERS }, (_, quarter) =>
      homes.slice(quarter * quarterLength, (quarter + 1) * quarterLength),
    );
    const pairsOfQuarters = () => quarters.map(pairsOf).reduce((sum, pairs) => sum + pairs, 0);
    const times = await timeInTurns(() => pairsOf(homes), pairsOfQuarters, {
      warmUp: 1,
      counted: 5,
    });
    return { ...times, sameAnswers: pairsOf(homes) === pairsOfQuarters() };
  },
};
