import { gunzipSync, gzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type pg from 'pg';
import { raiseDataVersions } from '../../server/db/queries/data-versions.ts';
import { startServer } from '../../server/main.ts';
import type { TileAddress } from '../../server/tiles/tile-frame.ts';
import { createTestDatabase } from '../support/database.ts';
import { serverConfig } from '../support/server-config.ts';
import { fetchAs, signedIn } from '../support/signed-in.ts';
import { percentile } from './list-percentile.ts';
import type { Benchmark } from './support/benchmark.ts';
import { openBenchDatabase } from './support/postgis-zones.ts';
import { makePoints, makeZones, RESIDENTS, ZONES } from './support/prefecture.ts';
import { storeZones, ZONE_CITY } from './support/stored-zones.ts';

const LOWEST_ZOOM = 6;
const HIGHEST_ZOOM = 16;
const TILES_OF_A_ZOOM = 12;
/** From here on both draw every zone as it is, so that the zones of a tile can be compared. */
const EXACT_ZOOM = 14;

/** Over the open sea: asking for it loads the zones and leaves every other tile uncut. */
const EMPTY_TILE: TileAddress = { z: 16, x: 0, y: 0 };

/**
 * 95th percentile of a tile over HTTP from the running server on the embedded database, from the whole
 * city in one tile down to single houses: the zones are loaded, the tile is in no cache. The peer has its
 * geometry in the projection of the tiles and a GiST index on it.
 */
export const benchmark: Benchmark = {
  about: 'tile of 45,000 zones over HTTP, embedded database, zooms 6–16, 95 %',
  peer: 'PostGIS, ST_AsMVT',
  targetRatio: 5,
  limitMs: 25,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const client = await openBenchDatabase(postgisUrl, makeZones(ZONES), makePoints(RESIDENTS));
    const { config, database, remove } = await createTestDatabase('embedded', null);
    try {
      await storeZones(database, ZONES);
      await project(client);
      const { headers } = await signedIn(database, 'disaster-officer', ZONE_CITY);
      const server = await startServer(serverConfig(config));
      const fetchPlainly = fetchAs(server.url, headers);
      const oursMs: number[] = [];
      const peerMs: number[] = [];
      let sameAnswers = true;
      try {
        for (const turn of ['warm-up', 'counted'] as const) {
          // New data: the server has to cut every tile again.
          await raiseDataVersions(database, ZONE_CITY, ['zones']);
          await fetchTile(server.url, EMPTY_TILE);
          for (const tile of chooseTiles()) {
            const ours = await timed(() => fetchTile(server.url, tile));
            const peer = await timed(() => encodeByPeer(client, tile));
            if (turn === 'warm-up') continue;
            oursMs.push(ours.millis);
            peerMs.push(peer.millis);
            if (tile.z >= EXACT_ZOOM)
              sameAnswers &&= isSame(zonesOf(ours.value), zonesOf(gunzipSync(peer.value)));
          }
        }
      } finally {
        fetchPlainly();
        await server.close();
      }
      return { oursMs: percentile(oursMs, 95), peerMs: percentile(peerMs, 95), sameAnswers };
    } finally {
      await remove();
      await client.end();
    }
  },
};

/** The tile as the client has it: fetch unpacks it. */
async function fetchTile(url: string, { z, x, y }: TileAddress): Promise<Uint8Array> {
  const answer = await fetch(
    `${url}api/municipalities/${ZONE_CITY}/tiles/zones/${z}/${x}/${y}.mvt`,
  );
  if (!answer.ok) throw new Error(`tile ${z}/${x}/${y}: status ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function project(client: pg.Client): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS zone_mercator AS
     SELECT number, ST_Transform(geom, 3857) AS geom FROM zone`,
  );
  await client.query(
    'CREATE INDEX IF NOT EXISTS zone_mercator_geom ON zone_mercator USING gist (geom)',
  );
  await client.query('ANALYZE zone_mercator');
}

/** Tiles of every zoom that hold a home. */
function chooseTiles(): TileAddress[] {
  const points = makePoints(RESIDENTS);
  return Array.from({ length: HIGHEST_ZOOM - LOWEST_ZOOM + 1 }, (_, step) => {
    const z = LOWEST_ZOOM + step;
    const ofZoom = new Map<string, TileAddress>();
    for (let at = 0; at < points.length && ofZoom.size < TILES_OF_A_ZOOM; at += 2 * 97) {
      const address = addressOf(points[at]!, points[at + 1]!, z);
      ofZoom.set(`${address.x}/${address.y}`, address);
    }
    return [...ofZoom.values()];
  }).flat();
}

function addressOf(lng: number, lat: number, z: number): TileAddress {
  const size = 2 ** z;
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    z,
    x: Math.floor((lng / 360 + 0.5) * size),
    y: Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size),
  };
}

async function encodeByPeer(client: pg.Client, { z, x, y }: TileAddress): Promise<Uint8Array> {
  const { rows } = await client.query<{ tile: Buffer }>(
    `SELECT ST_AsMVT(q, 'zones', 4096, 'geom') AS tile FROM (
       SELECT 'zone-' || number AS id,
              ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3), 4096, 64, true) AS geom
       FROM zone_mercator
       WHERE geom && ST_TileEnvelope($1, $2, $3, margin => 64.0 / 4096)) AS q
     WHERE q.geom IS NOT NULL`,
    [z, x, y],
  );
  return gzipSync(rows[0]?.tile ?? new Uint8Array(), { level: 4 });
}

/** Area of each zone of a tile, in square units of the tile. */
function zonesOf(bytes: Uint8Array): Map<string, number> {
  const layer = new VectorTile(new PbfReader(bytes)).layers.zones;
  const areas = new Map<string, number>();
  for (let at = 0; at < (layer?.length ?? 0); at += 1) {
    const feature = layer?.feature(at);
    if (feature === undefined) continue;
    areas.set(String(feature.properties.id), areaOf(feature.loadGeometry()));
  }
  return areas;
}

function areaOf(rings: readonly (readonly { readonly x: number; readonly y: number }[])[]): number {
  let doubled = 0;
  for (const ring of rings)
    for (const [at, { x, y }] of ring.entries()) {
      const next = ring[(at + 1) % ring.length] ?? { x, y };
      doubled += x * next.y - next.x * y;
    }
  return Math.abs(doubled) / 2;
}

/** What a zone's area may differ by: ours drops vertices within a metre, at most two units a side. */
const LARGEST_DIFFERENCE = 0.1;
/** Slivers at the edge of the buffer that rounding decides. */
const SLIVER_UNITS = 200;

function isSame(ours: ReadonlyMap<string, number>, peer: ReadonlyMap<string, number>): boolean {
  return [...new Set([...ours.keys(), ...peer.keys()])].every((id) => {
    const [a, b] = [ours.get(id) ?? 0, peer.get(id) ?? 0];
    const difference = Math.abs(a - b);
    return difference <= Math.max(SLIVER_UNITS, LARGEST_DIFFERENCE * Math.max(a, b));
  });
}

async function timed<Value>(work: () => Value | Promise<Value>) {
  const start = performance.now();
  const value = await work();
  return { value, millis: performance.now() - start };
}
