import pg from 'pg';
import type { PolygonCoordinates, Position } from '#domain/geo/position';

/** What PostGIS says of one shape and one zone. */
export interface OracleAnswer {
  readonly intersects: boolean;
  /** Metres between the shape and the boundary of the zone on the ellipsoid, edges being geodesics. */
  readonly boundaryMeters: number;
  /**
   * The same to 1 % with straight edges in degrees, which are the edges that `intersects` is about: an
   * edge of 400 m and its geodesic are up to 2 mm apart.
   */
  readonly straightMeters: number;
}

/** PostGIS as the second opinion, on a connection of its own with a temporary table of zones. */
export class Oracle {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(url: string, zones: readonly (readonly PolygonCoordinates[])[]) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('SET client_min_messages = warning');
    await client.query('CREATE EXTENSION IF NOT EXISTS postgis');
    await client.query(
      `CREATE TEMPORARY TABLE zone AS
       SELECT n AS number, geom, ST_Boundary(geom) AS boundary
       FROM unnest($1::text[]) WITH ORDINALITY AS given(text, n),
         ST_SetSRID(ST_GeomFromGeoJSON(text), 4326) AS geom`,
      [zones.map((coordinates) => JSON.stringify({ type: 'MultiPolygon', coordinates }))],
    );
    await client.query('CREATE UNIQUE INDEX ON zone (number)');
    return new Oracle(client);
  }

  /** Numbers of the zones that are no valid multipolygons, of which nothing can be asked. */
  async findInvalid(): Promise<number[]> {
    const { rows } = await this.#client.query<{ number: string }>(
      'SELECT number FROM zone WHERE NOT ST_IsValid(geom)',
    );
    return rows.map(({ number }) => Number(number) - 1);
  }

  /** Asks about points, each with the number of its zone, in their order. */
  askPoints(zones: readonly number[], points: readonly Position[]): Promise<OracleAnswer[]> {
    return this.#ask(
      `unnest($1::int[], $2::float8[], $3::float8[]) WITH ORDINALITY AS given(zone, lng, lat, n),
       ST_SetSRID(ST_MakePoint(lng, lat), 4326) AS shape`,
      [zones.map((zone) => zone + 1), points.map(([lng]) => lng), points.map(([, lat]) => lat)],
    );
  }

  /** Asks about GeoJSON geometries, each with the number of its zone, in their order. */
  askShapes(zones: readonly number[], shapes: readonly object[]): Promise<OracleAnswer[]> {
    return this.#ask(
      `unnest($1::int[], $2::text[]) WITH ORDINALITY AS given(zone, text, n),
       ST_SetSRID(ST_GeomFromGeoJSON(text), 4326) AS shape`,
      [zones.map((zone) => zone + 1), shapes.map((shape) => JSON.stringify(shape))],
    );
  }

  /** Metres between places on the ellipsoid. */
  async askDistances(pairs: readonly (readonly [Position, Position])[]): Promise<number[]> {
    const { rows } = await this.#client.query<{ meters: number }>(
      `SELECT ST_Distance(ST_SetSRID(ST_MakePoint(a, b), 4326)::geography,
                          ST_SetSRID(ST_MakePoint(c, d), 4326)::geography) AS meters
       FROM unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[])
         WITH ORDINALITY AS given(a, b, c, d, n) ORDER BY n`,
      [0, 1, 2, 3].map((at) => pairs.map((pair) => pair.flat()[at])),
    );
    return rows.map(({ meters }) => meters);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  async #ask(given: string, values: unknown[]): Promise<OracleAnswer[]> {
    const { rows } = await this.#client.query<OracleAnswer>(
      `SELECT ST_Intersects(geom, shape) AS intersects,
         ST_Distance(boundary::geography, shape::geography) AS "boundaryMeters",
         ST_Distance(ST_Scale(boundary, east, 111000), ST_Scale(shape, east, 111000))
           AS "straightMeters"
       FROM ${given}, zone,
         LATERAL (SELECT 111320 * cos(radians(ST_YMin(shape))) AS east) AS scale
       WHERE zone.number = given.zone ORDER BY n`,
      values,
    );
    return rows;
  }
}
