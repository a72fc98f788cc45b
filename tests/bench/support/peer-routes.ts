import pg from 'pg';
import { QUICKEST } from '#domain/routing/cost/policy';
import { buildMetric } from '#domain/routing/cost/route-metric';
import { BENCH_SCHEMA } from './postgis-zones.ts';
import type { RouteScene } from './route-scene.ts';

/** Two junctions, by their numbers. */
export interface PeerPair {
  readonly from: number;
  readonly to: number;
}

/** pgRouting over the same roads, by time. */
export interface PeerRoutes {
  /** Seconds of the quickest way; null where there is none. */
  seconds(pair: PeerPair): Promise<number | null>;
  /** Milliseconds of each answer, with the lines of its roads, everybody asking at once. */
  askAtOnce(pairs: readonly PeerPair[]): Promise<number[]>;
  close(): Promise<void>;
}

const WAY = `SELECT way.seq, way.agg_cost, road.line
  FROM pgr_dijkstra('SELECT id, source, target, cost, reverse_cost FROM ${BENCH_SCHEMA}.road', $1::int, $2::int) way
  LEFT JOIN ${BENCH_SCHEMA}.road ON road.id = way.edge ORDER BY way.seq`;

/** null where pgRouting is not installed. */
export async function openPeerRoutes(
  scene: RouteScene,
  postgisUrl: string,
  users: number,
): Promise<PeerRoutes | null> {
  const pool = new pg.Pool({ connectionString: postgisUrl, max: users });
  const offered = await pool.query(`SELECT FROM pg_available_extensions WHERE name = 'pgrouting'`);
  if (offered.rowCount === 0) {
    await pool.end();
    return null;
  }
  await loadRoads(pool, scene);
  const ask = ({ from, to }: PeerPair) =>
    pool.query<{ agg_cost: number }>(WAY, [from, to]).then(({ rows }) => rows);
  return {
    async seconds(pair) {
      const last = (await ask(pair)).at(-1);
      return last === undefined ? null : last.agg_cost / 100;
    },
    async askAtOnce(pairs) {
      const millis: number[] = [];
      await Promise.all(
        pairs.map(async (pair, at) => {
          if (at >= users) return;
          for (const one of [pair, pairs[(at + users) % pairs.length] ?? pair]) {
            const start = performance.now();
            await ask(one);
            millis.push(performance.now() - start);
          }
        }),
      );
      return millis;
    },
    close: () => pool.end(),
  };
}

/** In hundredths of a second; closed ways cost -1, as pgRouting has them. */
async function loadRoads(pool: pg.Pool, { table, metric }: RouteScene): Promise<void> {
  const { topology, assessment, exposure } = metric;
  const quickest = buildMetric(table, topology, assessment, exposure, QUICKEST);
  const signed = (costs: Float64Array) =>
    Array.from(costs, (cost) => (cost === Infinity ? -1 : cost));
  const wkts = Array.from({ length: table.roadCount }, (_, road) => {
    const [first = 0, end = 0] = table.firstVertices.subarray(road, road + 2);
    const places = Array.from({ length: end - first }, (_, at) =>
      table.coordinates.subarray(2 * (first + at), 2 * (first + at) + 2).join(' '),
    );
    return `LINESTRING(${places.join(',')})`;
  });
  await pool.query('CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE');
  await pool.query(`CREATE SCHEMA IF NOT EXISTS ${BENCH_SCHEMA}`);
  await pool.query(`DROP TABLE IF EXISTS ${BENCH_SCHEMA}.road`);
  await pool.query(
    `CREATE TABLE ${BENCH_SCHEMA}.road
       (id int PRIMARY KEY, source int, target int, cost float8, reverse_cost float8, line geometry)`,
  );
  await pool.query(
    `INSERT INTO ${BENCH_SCHEMA}.road SELECT n - 1, s, t, c, r, ST_GeomFromText(g, 4326)
     FROM unnest($1::int[], $2::int[], $3::float8[], $4::float8[], $5::text[])
     WITH ORDINALITY AS given(s, t, c, r, g, n)`,
    [
      [...table.fromJunctions],
      [...table.toJunctions],
      signed(quickest.roadAlong),
      signed(quickest.roadAgainst),
      wkts,
    ],
  );
  await pool.query(`ANALYZE ${BENCH_SCHEMA}.road`);
}
