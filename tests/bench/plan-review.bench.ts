import { judgePoint } from '#domain/hazard/exposure';
import { buildZoneIndex, type ZoneIndex } from '#domain/hazard/zone-index';
import { routeTruth } from '#domain/plan/review/zones-there';
import { reviewPlans } from '../../server/services/plans/review-plans.ts';
import { createTestDatabase, type DatabaseKind } from '../support/database.ts';
import type { Benchmark } from './support/benchmark.ts';
import { makeZones, ZONES } from './support/prefecture.ts';
import { makePlans, type ScenePlan, storePlans } from './support/review-plans-scene.ts';
import { storeZones, ZONE_CITY } from './support/stored-zones.ts';
import { timeInTurns, timeMs } from './support/timing.ts';

const PLANS = 5000;
const LIMIT_MS = 5000;
const TODAY = '2026-06-01';

/**
 * The peer answers which plans touch which zones, by home, supporter and way, with its index in place; ours
 * lays the zones out first. The whole review (reading plans and zones, comparing, and writing every call) is
 * timed beside it on both databases, as that is what is promised.
 */
export const benchmark: Benchmark = {
  about: '5,000 plans against 45,000 new zones',
  peer: 'PostGIS ST_Intersects, GiST',
  targetRatio: 1,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const plans = makePlans(PLANS);
    const embedded = await reviewOn('embedded', null, plans);
    const server = await reviewOn('server', postgisUrl, plans);
    const misses = [embedded, server].flatMap(({ wholeMs, kind }) =>
      wholeMs > LIMIT_MS ? [`whole review ${Math.round(wholeMs)} ms (${kind})`] : [],
    );
    return {
      ...{ oursMs: server.oursMs, peerMs: server.peerMs, misses },
      sameAnswers: server.isSame && embedded.called === server.called && server.called > 0,
      figures: {
        'whole review, embedded ms': embedded.wholeMs,
        'whole review, server ms': server.wholeMs,
        'plans called': server.called,
      },
    };
  },
};

async function reviewOn(kind: DatabaseKind, url: string | null, plans: readonly ScenePlan[]) {
  const { database, remove } = await createTestDatabase(kind, url);
  const today = { database, today: TODAY };
  try {
    await storeZones(database, ZONES);
    await storePlans(database, plans);
    // What plans rest on is taken while one zone far away is in force; then all the others come.
    const inForce = (status: string) =>
      database.query(`UPDATE dataset SET status = $1 WHERE kind = 'zones'`, [status]);
    await inForce('superseded');
    await database.query(
      `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256)
       VALUES ($1, gen_random_uuid(), 'zones', 'ksj-a33', 'none', 'active', '{none.geojson}', '')`,
      [ZONE_CITY],
    );
    await reviewPlans(today, ZONE_CITY);
    await inForce('active');
    let called = 0;
    const wholeMs = await timeMs(async () => {
      called = (await reviewPlans(today, ZONE_CITY)).called;
    });
    if (kind === 'embedded') return { kind, wholeMs, called, oursMs: 0, peerMs: 0, isSame: true };
    const pairs = () =>
      database.query<{ pair: string }>(
        `WITH shape AS (
           SELECT roster_number AS plan, position AS geom FROM resident
           UNION ALL SELECT r.roster_number, ST_SetSRID(ST_MakeLine(ARRAY(
               SELECT ST_MakePoint((p ->> 0)::float8, (p ->> 1)::float8)
               FROM jsonb_array_elements(v.content #> '{route,line}') WITH ORDINALITY AS l (p, at)
               ORDER BY at)), 4326)
             FROM plan_version v JOIN resident r ON r.id = v.resident_id
           UNION ALL SELECT r.roster_number, ST_SetSRID(ST_MakePoint(
               (v.content #>> '{supporters,0,place,position,lng}')::float8,
               (v.content #>> '{supporters,0,place,position,lat}')::float8), 4326)
             FROM plan_version v JOIN resident r ON r.id = v.resident_id)
         SELECT DISTINCT shape.plan || ' ' || zone.id AS pair
         FROM shape JOIN hazard_zone zone ON ST_Intersects(zone.geometry, shape.geom)`,
      );
    const ours = () => touched(buildZoneIndex(makeZones(ZONES)), plans);
    const times = await timeInTurns(ours, pairs, { warmUp: 1, counted: 5 });
    const theirs = new Set((await pairs()).map(({ pair }) => pair));
    const own = ours();
    const isSame = own.size === theirs.size && [...own].every((pair) => theirs.has(pair));
    return { kind, wholeMs, called, ...times, isSame };
  } finally {
    await remove();
  }
}

/** "plan zone" for every zone that the home, the supporter or the way of a plan is in. */
function touched(index: ZoneIndex, plans: readonly ScenePlan[]): Set<string> {
  const pairs = new Set<string>();
  for (const [plan, { home, supporter, route }] of plans.entries()) {
    for (const position of [home, supporter])
      for (const { zoneId } of judgePoint(
        index,
        { accuracy: 'building', position, radiusMeters: 0 },
        { marginMeters: 0 },
      ).zones)
        pairs.add(`${plan} ${zoneId}`);
    for (const zoneId of routeTruth(index, route).zones.zoneIds) pairs.add(`${plan} ${zoneId}`);
  }
  return pairs;
}
