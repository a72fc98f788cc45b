import pg from 'pg';
import type { IndexedZone } from '#domain/hazard/zone-index';

export const BENCH_SCHEMA = 'michishirube_bench';
const BATCH = 500;

/** Connects, with the benchmarks' own schema in front and the tables `zone` and `point` filled in it. */
export async function openBenchDatabase(
  url: string,
  zones: Iterable<IndexedZone>,
  points: Float64Array,
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS postgis');
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${BENCH_SCHEMA}`);
  await client.query(`SET search_path = ${BENCH_SCHEMA}, public`);
  const found = await client.query<{ there: boolean }>(
    `SELECT to_regclass('${BENCH_SCHEMA}.point') IS NOT NULL AS there`,
  );
  if (found.rows[0]?.there !== true) await fill(client, zones, points);
  return client;
}

/** Removes what `openBenchDatabase` made. */
export async function dropBenchSchema(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SET client_min_messages = warning');
  await client.query(`DROP SCHEMA IF EXISTS ${BENCH_SCHEMA} CASCADE`);
  await client.end();
}

/** Ordinary tables: PostgreSQL may use parallel workers on these, which it may not on temporary ones. */
async function fill(
  client: pg.Client,
  zones: Iterable<IndexedZone>,
  points: Float64Array,
): Promise<void> {
  await client.query('BEGIN');
  await client.query('CREATE TABLE zone (number int, geom geometry(MultiPolygon, 4326))');
  await client.query('CREATE TABLE point (number int, geom geometry(Point, 4326))');
  const batch: IndexedZone[] = [];
  let number = 0;
  const flush = async () => {
    const texts = batch.map(({ geometry }) => JSON.stringify(geometry));
    await client.query(
      `INSERT INTO zone SELECT $1 + n - 1, ST_SetSRID(ST_GeomFromGeoJSON(t), 4326)
       FROM unnest($2::text[]) WITH ORDINALITY AS given(t, n)`,
      [number, texts],
    );
    number += batch.length;
    batch.length = 0;
  };
  for (const zone of zones) if (batch.push(zone) === BATCH) await flush();
  await flush();
  await client.query(
    `INSERT INTO point SELECT n - 1, ST_SetSRID(ST_MakePoint(lng, lat), 4326)
     FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS given(lng, lat, n)`,
    [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)].map((one) => [
      ...one,
    ]),
  );
  await client.query('CREATE INDEX zone_geom ON zone USING gist (geom)');
  await client.query('CREATE INDEX point_geom ON point USING gist (geom)');
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE zone, point');
}
