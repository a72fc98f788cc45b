import { joinPointsInside } from '#domain/hazard/point-join';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Benchmark } from './support/benchmark.ts';
import { openBenchDatabase } from './support/postgis-zones.ts';
import { makePoints, makeZones, RESIDENTS, ZONES } from './support/prefecture.ts';
import { median, timeMs } from './support/timing.ts';

const COUNT = 'SELECT count(*)::int FROM point JOIN zone ON ST_Intersects(zone.geom, point.geom)';
const TURNS = 5;

export const benchmark: Benchmark = {
  about: 'the same with the index built first, on both sides',
  peer: 'PostGIS CREATE INDEX and ST_Intersects',
  targetRatio: 5,
  maxMegabytes: 300,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const points = makePoints(RESIDENTS);
    const database = await openBenchDatabase(postgisUrl, makeZones(ZONES), points);
    const oursMs: number[] = [];
    const peerMs: number[] = [];
    let sameAnswers = true;
    for (let turn = 0; turn <= TURNS; turn += 1) {
      const ours = buildAndJoin(points);
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

/** The zones come one by one as they do from a file; the time that making them up takes is not ours. */
function buildAndJoin(points: Float64Array): { ms: number; pairs: number } {
  let makingMs = 0;
  function* zonesInBatches() {
    const zones = makeZones(ZONES);
    while (true) {
      const start = performance.now();
      const batch = takeSome(zones, 1000);
      makingMs += performance.now() - start;
      if (batch.length === 0) return;
      yield* batch;
    }
  }
  const start = performance.now();
  const pairs = joinPointsInside(buildZoneIndex(zonesInBatches()), points).pointNumbers.length;
  return { ms: performance.now() - start - makingMs, pairs };
}

function takeSome<T>(source: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = source.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
