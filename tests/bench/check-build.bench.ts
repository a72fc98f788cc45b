import { judgePoints } from '#domain/hazard/judge-points';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { LocatedPosition } from '#domain/resident/accuracy';
import type { Benchmark } from './support/benchmark.ts';
import { countPairs, homesAt } from './support/places.ts';
import { openBenchDatabase } from './support/postgis-zones.ts';
import { makePoints, makeZones, RESIDENTS, refilledBatches, ZONES } from './support/prefecture.ts';
import { median, timeMs } from './support/timing.ts';

const COUNT = 'SELECT count(*)::int FROM point JOIN zone ON ST_Intersects(zone.geom, point.geom)';
const TURNS = 5;
/** V8 takes some builds to have compiled all of it. */
const WARM_UP_BUILDS = 5;

export const benchmark: Benchmark = {
  about: 'the same with the index built first, on both sides',
  peer: 'PostGIS CREATE INDEX and ST_Intersects',
  targetRatio: 5,
  limitMegabytes: 300,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const points = makePoints(RESIDENTS);
    const homes = homesAt(points);
    const database = await openBenchDatabase(postgisUrl, makeZones(ZONES), points);
    for (let build = 0; build < WARM_UP_BUILDS; build += 1) buildAndJudge(homes);
    const oursMs: number[] = [];
    const peerMs: number[] = [];
    let sameAnswers = true;
    for (let turn = 0; turn <= TURNS; turn += 1) {
      const ours = buildAndJudge(homes);
      await database.query('DROP INDEX zone_geom, point_geom');
      let theirPairs = Number.NaN;
      const theirMs = await timeMs(async () => {
        await database.query('CREATE INDEX zone_geom ON zone USING gist (geom)');
        await database.query('CREATE INDEX point_geom ON point USING gist (geom)');
        theirPairs = (await database.query<{ count: number }>(COUNT)).rows[0]?.count ?? Number.NaN;
      });
      if (ours.pairs !== theirPairs) sameAnswers = false;
      if (turn === 0) continue;
      oursMs.push(ours.ms);
      peerMs.push(theirMs);
    }
    await database.end();
    return { oursMs: median(oursMs), peerMs: median(peerMs), sameAnswers };
  },
};

/** The time that making the zones up takes is not ours, nor is collecting what they were made of. */
function buildAndJudge(homes: readonly LocatedPosition[]): { ms: number; pairs: number } {
  const source = refilledBatches(ZONES, 1000);
  let makingMs = 0;
  function* zones() {
    while (true) {
      const start = performance.now();
      const batch = source.next();
      makingMs += performance.now() - start;
      if (batch.done === true) return;
      yield* batch.value;
    }
  }
  const start = performance.now();
  const judgements = judgePoints(buildZoneIndex(zones()), homes, { marginMeters: 0 });
  return { ms: performance.now() - start - makingMs, pairs: countPairs(judgements) };
}
