import pg from 'pg';
import { exposeRoads } from '#domain/routing/exposure/expose-roads';
import { metersInside } from '#domain/routing/exposure/measure-exposure';
import type { Benchmark } from './support/benchmark.ts';
import { CITY_NODES, makeZonesAt } from './support/route-network.ts';
import { makeScene } from './support/route-scene.ts';
import { timeInTurns } from './support/timing.ts';

const ZONES = 3000;
const EVERY_KIND = 2 ** 12 - 1;

const METERS = `
  SELECT road.number, sum(ST_Length(ST_Intersection(road.geom, zone.geom)::geography)) AS meters
  FROM road JOIN zone ON ST_Intersects(road.geom, zone.geom) GROUP BY road.number`;

export const benchmark: Benchmark = {
  about: 'metres of every road of a city inside 3,000 zones, index in place on both sides',
  peer: 'PostGIS ST_Length(ST_Intersection), GiST',
  targetRatio: 10,
  limitMs: 100,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const { table, tree, zones } = makeScene(CITY_NODES, ZONES);
    const client = new pg.Client({ connectionString: postgisUrl });
    await client.connect();
    await client.query('SET client_min_messages = warning');
    await client.query('CREATE EXTENSION IF NOT EXISTS postgis');
    const { coordinates } = table;
    const column = (offset: number) =>
      Array.from({ length: table.roadCount }, (_, road) => coordinates[4 * road + offset]);
    await client.query(
      `CREATE TEMPORARY TABLE road AS
       SELECT (n - 1)::int AS number,
         ST_SetSRID(ST_MakeLine(ST_MakePoint(a, b), ST_MakePoint(c, d)), 4326) AS geom
       FROM unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[])
         WITH ORDINALITY AS given(a, b, c, d, n)`,
      [column(0), column(1), column(2), column(3)],
    );
    await client.query(
      `CREATE TEMPORARY TABLE zone AS
       SELECT ST_SetSRID(ST_GeomFromGeoJSON(text), 4326) AS geom FROM unnest($1::text[]) AS text`,
      [
        [...makeZonesAt(table.junctionPositions, ZONES)].map((zone) =>
          JSON.stringify(zone.geometry),
        ),
      ],
    );
    await client.query('CREATE INDEX ON road USING gist (geom)');
    await client.query('CREATE INDEX ON zone USING gist (geom)');
    await client.query('ANALYZE road, zone');
    const times = await timeInTurns(
      () => exposeRoads(table, tree, zones),
      () => client.query(METERS),
      { warmUp: 2, counted: 5 },
    );
    // Zones over one another count twice in the peer's sum: one by one ours are summed alike.
    const exposure = exposeRoads(table, tree, zones);
    const { rows } = await client.query<{ number: number; meters: number }>(METERS);
    await client.end();
    const theirs = new Map(rows.map(({ number, meters }) => [number, meters]));
    let sameAnswers = rows.length > 1000;
    let insideMeters = 0;
    for (let road = 0; road < table.roadCount; road += 1) {
      let meters = 0;
      const end = exposure.firstStretches[road + 1] ?? 0;
      for (let stretch = exposure.firstStretches[road] ?? 0; stretch < end; stretch += 1)
        meters += (exposure.toMeters[stretch] ?? 0) - (exposure.fromMeters[stretch] ?? 0);
      const length = table.lengthsMeters[road] ?? 0;
      insideMeters += metersInside(exposure, road, EVERY_KIND, 0, length);
      if (Math.abs(meters - (theirs.get(road) ?? 0)) > 0.02 + 0.0001 * meters) sameAnswers = false;
    }
    return { ...times, sameAnswers, figures: { 'km inside': insideMeters / 1000 } };
  },
};
