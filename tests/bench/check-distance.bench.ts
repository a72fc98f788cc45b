import type pg from 'pg';
import { judgePoints } from '#domain/hazard/judge-points';
import type { ZoneJudgement } from '#domain/hazard/judgement';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Benchmark } from './support/benchmark.ts';
import { homesAt, judgedPairs } from './support/places.ts';
import { openBenchDatabase } from './support/postgis-zones.ts';
import { makePoints, makeZones, RESIDENTS, ZONES } from './support/prefecture.ts';
import { timeInTurns } from './support/timing.ts';

const REACH_METERS = 50;
/** 50 m are at most 0.00056° here: the box lets PostGIS use its GiST index on degrees. */
const within = (meters: number) => `
  FROM point JOIN zone ON zone.geom && ST_Expand(point.geom, 0.0006)
    AND ST_DWithin(zone.geom::geography, point.geom::geography, ${meters})`;

export const benchmark: Benchmark = {
  about: `the same within ${REACH_METERS} m of a zone, with the distance to its boundary`,
  peer: 'PostGIS ST_DWithin on geography, GiST',
  targetRatio: 15,
  limitMegabytes: 300,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const points = makePoints(RESIDENTS);
    const homes = homesAt(points);
    const index = buildZoneIndex(makeZones(ZONES));
    const database = await openBenchDatabase(postgisUrl, makeZones(ZONES), points);
    const times = await timeInTurns(
      () => judgePoints(index, homes, { marginMeters: REACH_METERS }),
      () => database.query(`SELECT count(*) ${within(REACH_METERS)}`),
      { warmUp: 2, counted: 5 },
    );
    const pairs = judgedPairs(judgePoints(index, homes, { marginMeters: REACH_METERS }));
    const sameAnswers = await isSameWithinTolerance(database, pairs);
    await database.end();
    return { ...times, sameAnswers };
  },
};

/**
 * Every pair of theirs is one of ours with the same distance to 0.5 % or 0.1 m and the other way round;
 * pairs whose distance is that near to 50 m may be on either side.
 */
async function isSameWithinTolerance(
  database: pg.Client,
  pairs: ReadonlyMap<string, ZoneJudgement>,
): Promise<boolean> {
  const theirs = await database.query<{ pair: string; meters: number }>(
    `SELECT point.number || ' ' || zone.number AS pair,
       ST_Distance(zone.geom::geography, point.geom::geography) AS meters
     ${within(REACH_METERS + 1)}`,
  );
  const theirMeters = new Map(theirs.rows.map(({ pair, meters }) => [pair, meters]));
  let shared = 0;
  for (const [pair, { signedDistanceMeters }] of pairs) {
    const meters = theirMeters.get(pair);
    const ours = Math.max(signedDistanceMeters, 0);
    if (meters === undefined || !(Math.abs(ours - meters) <= tolerance(meters))) return false;
    if (meters <= REACH_METERS - tolerance(REACH_METERS)) shared += 1;
  }
  const surelyWithin = [...theirMeters.values()].filter(
    (meters) => meters <= REACH_METERS - tolerance(REACH_METERS),
  );
  return shared === surelyWithin.length;
}

function tolerance(meters: number): number {
  return Math.max(0.005 * meters, 0.1);
}
