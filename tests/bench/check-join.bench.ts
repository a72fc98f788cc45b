import { judgePoints } from '#domain/hazard/judge-points';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Benchmark } from './support/benchmark.ts';
import { homesAt, isSamePairs, judgedPairs } from './support/places.ts';
import { openBenchDatabase } from './support/postgis-zones.ts';
import { makePoints, makeZones, RESIDENTS, ZONES } from './support/prefecture.ts';
import { timeInTurns } from './support/timing.ts';

/** Without a margin the check asks what the peer is asked: who is in which zone. */
const INSIDE = { marginMeters: 0 };
const JOIN = 'FROM point JOIN zone ON ST_Intersects(zone.geom, point.geom)';

export const benchmark: Benchmark = {
  about: '24,000 residents in 45,000 zones, index in place on both sides',
  peer: 'PostGIS ST_Intersects, GiST',
  targetRatio: 25,
  limitMegabytes: 300,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const points = makePoints(RESIDENTS);
    const homes = homesAt(points);
    const index = buildZoneIndex(makeZones(ZONES));
    const database = await openBenchDatabase(postgisUrl, makeZones(ZONES), points);
    const times = await timeInTurns(
      () => judgePoints(index, homes, INSIDE),
      () => database.query(`SELECT count(*) ${JOIN}`),
      { warmUp: 2, counted: 7 },
    );
    const theirs = await database.query<{ pair: string }>(
      `SELECT point.number || ' ' || zone.number AS pair ${JOIN}`,
    );
    await database.end();
    const pairs = judgedPairs(judgePoints(index, homes, INSIDE));
    const theirKeys = theirs.rows.map(({ pair }) => pair);
    return { ...times, sameAnswers: isSamePairs(pairs, theirKeys) };
  },
};
