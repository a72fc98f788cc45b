import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type RouteQuestion, routeAnswerSchema } from '#contract/route';
import type { Database } from '../../server/db/database.ts';
import { startServer } from '../../server/main.ts';
import { createTestDatabase } from '../support/database.ts';
import { serverConfig } from '../support/server-config.ts';
import { type SignedIn, signedIn } from '../support/signed-in.ts';
import { percentile } from './list-percentile.ts';
import type { RouteLoad } from './route-askers.ts';
import type { Benchmark } from './support/benchmark.ts';
import { openPeerRoutes, type PeerPair, type PeerRoutes } from './support/peer-routes.ts';
import { CITY_NODES, makeRoads, makeZonesAt } from './support/route-network.ts';
import { makeScene, type RouteScene } from './support/route-scene.ts';
import { storeRoads } from './support/stored-roads.ts';
import { insertZones, ZONE_CITY } from './support/stored-zones.ts';

const USERS = 20;
const REQUESTS = 20;
const WARM_ROUNDS = 5;
const PAIRS = 60;
const ZONES = 3000;
const DATASET = '00000000-0000-4000-8000-000000000004';
const POLICIES = ['quickest', 'keep-out-of-red'];

/**
 * 95th percentile of a way with its geometry and profile over HTTP, 20 people asking at once; half keep out of
 * red zones. The peer: the roads of such ways by SQL over 20 connections, by time. The times of both are the same.
 */
export const benchmark: Benchmark = {
  about: `A way over HTTP with geometry, ${USERS} people at once, city of 60,000 nodes, 95 %`,
  peer: 'pgRouting, roads of the way by SQL, 20 connections, 95 %',
  targetRatio: 10,
  limitMs: 60,
  async run({ postgisUrl }) {
    const scene = makeScene(CITY_NODES, ZONES);
    const peer = postgisUrl === null ? null : await openPeerRoutes(scene, postgisUrl, USERS);
    if (peer === null) return { skipped: 'pgRouting is not installed' };
    const { database, config, remove } = await createTestDatabase('embedded', null);
    try {
      await storeCity(database, scene);
      const { headers } = await signedIn(database, 'disaster-officer', ZONE_CITY);
      const manyRequests = { perAddress: 1e6, perSession: 1e6, writes: 1e6, heavy: 1e6 };
      const server = await startServer(serverConfig(config, { requestLimits: manyRequests }));
      try {
        const url = `${server.url}api/municipalities/${ZONE_CITY}/routes`;
        const pairs = pickPairs(scene);
        const sameAnswers = await isSame(url, headers, scene, pairs, peer);
        const bodies = pairs.map((pair, at) =>
          JSON.stringify(questionFor(scene, pair, POLICIES[at % 2])),
        );
        for (let round = 0; round < WARM_ROUNDS; round += 1) await ask(url, headers, bodies);
        const before = process.cpuUsage();
        const load = await ask(url, headers, bodies);
        const { user, system } = process.cpuUsage(before);
        return {
          oursMs: percentile(load.millis, 95),
          peerMs: percentile(await peer.askAtOnce(pairs), 95),
          sameAnswers,
          figures: {
            '50 % ms': percentile(load.millis, 50),
            'processor ms an answer': (user + system) / 1000 / load.millis.length,
            'kB an answer': load.wireBytes / 1000,
          },
        };
      } finally {
        await server.close();
      }
    } finally {
      await remove();
      await peer.close();
    }
  },
};

async function storeCity(database: Database, { table }: RouteScene): Promise<void> {
  await database.query(`INSERT INTO municipality (code, name) VALUES ($1, '計測市')`, [ZONE_CITY]);
  await database.query(
    `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256)
     VALUES ($1, $2, 'zones', 'ksj-a33', 'default', 'active', '{zones.geojson}', 'none')`,
    [ZONE_CITY, DATASET],
  );
  await insertZones(database, ZONE_CITY, DATASET, makeZonesAt(table.junctionPositions, ZONES));
  await storeRoads(database, ZONE_CITY, makeRoads(CITY_NODES));
}

/** At junctions, where the peer can begin. */
function pickPairs({ table, pickPlace }: RouteScene): PeerPair[] {
  const junction = () => table.fromJunctions[pickPlace().road] ?? 0;
  return Array.from({ length: PAIRS }, () => ({ from: junction(), to: junction() }));
}

function questionFor(
  { table }: RouteScene,
  { from, to }: PeerPair,
  policy = 'quickest',
): RouteQuestion {
  const at = (junction: number): [number, number] => [
    table.junctionPositions[2 * junction] ?? 0,
    table.junctionPositions[2 * junction + 1] ?? 0,
  ];
  return { from: at(from), to: at(to), profile: 'walking-elderly', policy };
}

async function ask(
  url: string,
  headers: SignedIn['headers'],
  bodies: readonly string[],
): Promise<RouteLoad> {
  const file = join(import.meta.dirname, 'route-askers.ts');
  const child = fork(file, [String(USERS), String(REQUESTS), url], {
    execArgv: ['--conditions=source', '--import', 'tsx'],
    env: { ...process.env, READER_HEADERS: JSON.stringify(headers) },
  });
  await once(child, 'message');
  child.send([...bodies]);
  const [load]: unknown[] = await once(child, 'message');
  return load as RouteLoad;
}

/** As long on the roads as the peer says, to what a place between roads is off by; ends at junctions of both. */
async function isSame(
  url: string,
  headers: SignedIn['headers'],
  scene: RouteScene,
  pairs: readonly PeerPair[],
  peer: PeerRoutes,
): Promise<boolean> {
  for (const pair of pairs) {
    const body = JSON.stringify(questionFor(scene, pair, 'quickest'));
    const own = { ...headers, 'Content-Type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers: own, body });
    const { routes } = routeAnswerSchema.parse(await response.json());
    const seconds = await peer.seconds(pair);
    if (seconds === null || Math.abs((routes[0]?.durationSeconds ?? -1) - seconds) > 0.1)
      return false;
  }
  return true;
}
