import pg from 'pg';
import type { RouteMetric } from '#domain/routing/cost/route-metric';
import { treeToEnds } from '#domain/routing/search/best-end';
import { drawRoutes } from '#domain/routing/search/draw-routes';
import type { Measurement } from './benchmark.ts';
import type { RouteScene } from './route-scene.ts';
import { timeInTurns } from './timing.ts';

const RESIDENTS = 5000;
const SHELTERS = 30;
const MISSING = 'pgRouting is not installed (apt-get install postgresql-15-pgrouting)';

/**
 * Asked the right way round: 30 searches from the shelters on the roads turned about, costs alone. From the
 * homes it would be 5,000 searches.
 */
const NEAREST = `SELECT end_vid::int AS home, min(agg_cost) AS cost FROM pgr_dijkstraCost(
  'SELECT id, target AS source, source AS target, cost, reverse_cost FROM road', $1::int[], $2::int[])
  GROUP BY end_vid`;

/** 5,000 residents to the best of 30 shelters, ours with geometry, beside pgRouting's costs alone. */
export async function measurePgRouting(
  scene: RouteScene,
  postgisUrl: string | null,
): Promise<Measurement> {
  if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
  const { metric, pickPlace } = scene;
  // At junctions, where both sides can begin.
  const atJunction = () => ({ road: pickPlace().road, alongMeters: 0 });
  const residents = Array.from({ length: RESIDENTS }, atJunction);
  const shelters = Array.from({ length: SHELTERS }, atJunction);
  const client = new pg.Client({ connectionString: postgisUrl });
  await client.connect();
  try {
    if (!(await loadRoads(client, metric))) return { skipped: MISSING };
    const junctionOf = ({ road }: { readonly road: number }) =>
      metric.table.fromJunctions[road] ?? 0;
    const homes = residents.map(junctionOf);
    const ends = [[...new Set(shelters.map(junctionOf))], [...new Set(homes)]];
    const draw = () => {
      const tree = treeToEnds(metric, shelters);
      if (tree === null) throw new Error('stopped');
      return drawRoutes(tree, residents);
    };
    const times = await timeInTurns(draw, () => client.query(NEAREST, ends), {
      warmUp: 8,
      counted: 5,
    });
    const { rows } = await client.query<{ home: number; cost: number }>(NEAREST, ends);
    const theirs = new Map(rows.map(({ home, cost }) => [home, cost]));
    // A home at a shelter costs nothing, which pgRouting does not list.
    const atShelter = new Set(shelters.map(junctionOf));
    const { costs } = draw();
    const sameAnswers = homes.every(
      (home, at) => costs[at] === (atShelter.has(home) ? 0 : (theirs.get(home) ?? Infinity)),
    );
    return { ...times, sameAnswers };
  } finally {
    await client.end();
  }
}

/** False where the extension is not there. Closed ways cost -1, as pgRouting has them. */
async function loadRoads(client: pg.Client, metric: RouteMetric): Promise<boolean> {
  const offered = await client.query(
    `SELECT FROM pg_available_extensions WHERE name = 'pgrouting'`,
  );
  if (offered.rowCount === 0) return false;
  await client.query('CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE');
  await client.query(
    `CREATE TEMPORARY TABLE road (id int, source int, target int, cost float8, reverse_cost float8)`,
  );
  const { table, roadAlong, roadAgainst } = metric;
  const signed = (costs: Float64Array) =>
    Array.from(costs, (cost) => (cost === Infinity ? -1 : cost));
  await client.query(
    `INSERT INTO road SELECT n - 1, s, t, c, r FROM unnest($1::int[], $2::int[], $3::float8[], $4::float8[])
     WITH ORDINALITY AS given(s, t, c, r, n)`,
    [[...table.fromJunctions], [...table.toJunctions], signed(roadAlong), signed(roadAgainst)],
  );
  await client.query('ANALYZE road');
  return true;
}
