import { joinPointsInside } from '#domain/hazard/point-join';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Benchmark } from './support/benchmark.ts';
import { isSame, pairKeys } from './support/pairs.ts';
import { openBenchDatabase } from './support/postgis-zones.ts';
import { makePoints, makeZones, RESIDENTS, ZONES } from './support/prefecture.ts';
import { timeInTurns } from './support/timing.ts';

const JOIN = 'FROM point JOIN zone ON ST_Intersects(zone.geom, point.geom)';

export const benchmark: Benchmark = {
  about: '24,000 residents in 45,000 zones, index in place on both sides',
  peer: 'PostGIS ST_Intersects, GiST',
  targetRatio: 25,
  maxMegabytes: 300,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const points = makePoints(RESIDENTS);
    const index = buildZoneIndex(makeZones(ZONES));
    const database = await openBenchDatabase(postgisUrl, makeZones(ZONES), points);
    const times = await timeInTurns(
      () => joinPointsInside(index, points),
      () => database.query(`SELECT count(*) ${JOIN}`),
      { warmUp: 2, counted: 7 },
    );
    const theirs = await database.query<{ pair: string }>(
      `SELECT point.number || ' ' || zone.number AS pair ${JOIN}`,
    );
    await database.end();
    const theirKeys = theirs.rows.map(({ pair }) => pair).sort();
    return { ...times, sameAnswers: isSame(pairKeys(joinPointsInside(index, points)), theirKeys) };
  },
};
