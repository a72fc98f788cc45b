import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { residentPageSchema } from '#contract/resident';
import { startServer } from '../../server/main.ts';
import { createTestDatabase } from '../support/database.ts';
import { serverConfig } from '../support/server-config.ts';
import { fetchAs, type SignedIn, signedIn } from '../support/signed-in.ts';
import { percentile } from './list-percentile.ts';
import { BENCH_CITY, storeRoster } from './list-roster.ts';
import type { Benchmark } from './support/benchmark.ts';
import { RESIDENTS } from './support/prefecture.ts';

const READERS = 20;
const REQUESTS = 50;
const WARM_ROUNDS = 2;
const PAGE = 100;

interface View {
  /** Query of the list. */
  readonly query: string;
  /** The same for the peer. */
  readonly where: string;
  readonly order: string;
  readonly offset: number;
}

/** What twenty officers look at: districts, tiers and care levels, in several orders, at several pages. */
const VIEWS: readonly View[] = Array.from({ length: 24 }, (_, number) => {
  const district = `地区${(number % 28) + 1}`;
  const offset = (number % 3) * 50;
  const filters = [
    { query: `district=${encodeURIComponent(district)}`, where: `r.district_name = '${district}'` },
    {
      query: 'tier=1,2&careLevel=23,24,25',
      where: `p.tier IN (1, 2) AND h.care_level IN ('23', '24', '25')`,
    },
    { query: 'red=inside', where: `a.red_relation = 'inside'` },
    { query: 'accuracy=town,block', where: `r.accuracy IN ('town', 'block')` },
  ];
  const orders = [
    { query: 'sort=rank', order: 'p.rank' },
    { query: 'sort=distance', order: 'a.red_distance_meters NULLS LAST, p.rank' },
    { query: 'sort=-careLevel', order: 'h.care_level DESC NULLS LAST, p.rank' },
  ];
  const filter = filters[number % filters.length]!;
  const order = orders[number % orders.length]!;
  const query = `${filter.query}&${order.query}&offset=${offset}&limit=${PAGE}`;
  return { query, where: filter.where, order: order.order, offset };
});

/**
 * 95th percentile of a filtered, sorted page with 20 readers at once: ours over HTTP, with the counts of
 * every filter, on the embedded database; the peer over 20 connections, with the total and no counts.
 */
export const benchmark: Benchmark = {
  about: 'Page of 24,000 residents over HTTP, embedded database, 20 readers, 95 %',
  peer: 'PostgreSQL, page and total by SQL',
  targetRatio: 1,
  limitMs: 60,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const peer = await createTestDatabase('server', postgisUrl);
    const ours = await createTestDatabase('embedded', null);
    try {
      await storeRoster(peer.database, RESIDENTS);
      await storeRoster(ours.database, RESIDENTS);
      const { headers } = await signedIn(ours.database, 'disaster-officer', BENCH_CITY);
      const server = await startServer(serverConfig(ours.config));
      const fetchPlainly = fetchAs(server.url, headers);
      const pool = new pg.Pool({ connectionString: peer.config.databaseUrl ?? '', max: READERS });
      try {
        const urls = VIEWS.map(
          ({ query }) => `${server.url}api/municipalities/${BENCH_CITY}/residents?${query}`,
        );
        const sameAnswers = await isSame(urls, pool);
        // Measured once both have answered every reader for WARM_ROUNDS rounds.
        for (let round = 0; round < WARM_ROUNDS; round += 1) {
          await readOurs(urls, headers);
          await readPeer(pool);
        }
        const oursMs = percentile(await readOurs(urls, headers), 95);
        const peerMs = percentile(await readPeer(pool), 95);
        return { oursMs, peerMs, sameAnswers };
      } finally {
        fetchPlainly();
        await pool.end();
        await server.close();
      }
    } finally {
      await ours.remove();
      await peer.remove();
    }
  },
};

async function readOurs(
  urls: readonly string[],
  headers: SignedIn['headers'],
): Promise<readonly number[]> {
  const file = join(import.meta.dirname, 'list-readers.ts');
  const child = fork(file, [String(READERS), String(REQUESTS), ...urls], {
    execArgv: ['--conditions=source', '--import', 'tsx'],
    env: { ...process.env, READER_HEADERS: JSON.stringify(headers) },
  });
  const [millis]: unknown[] = await once(child, 'message');
  if (!Array.isArray(millis)) throw new Error('the readers measured nothing');
  return millis.map(Number);
}

async function readPeer(pool: pg.Pool): Promise<readonly number[]> {
  const millis: number[] = [];
  const readInTurn = async (reader: number) => {
    for (let request = 0; request < REQUESTS; request += 1) {
      const start = performance.now();
      await pageOfPeer(pool, VIEWS[(reader + request) % VIEWS.length]!);
      millis.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, reader) => readInTurn(reader)));
  return millis;
}

interface PeerRow {
  readonly id: string;
  readonly total: string;
}

async function pageOfPeer(pool: pg.Pool, { where, order, offset }: View): Promise<PeerRow[]> {
  const { rows } = await pool.query<PeerRow>(
    `SELECT r.id, r.roster_number, r.name, r.name_kana, r.birth_date, r.district_name, r.address,
            ST_X(r.position), ST_Y(r.position), r.accuracy, h.care_level, h.devices, a.relation,
            a.red_relation, a.red_distance_meters, a.phenomena, p.tier, p.rank, p.score,
            p.possible_tier, count(*) OVER () AS total
     FROM resident r
     LEFT JOIN household_facts h ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
     LEFT JOIN assessment a ON a.municipality_code = r.municipality_code
       AND a.subject_kind = 'resident' AND a.subject_id = r.id::text
     LEFT JOIN priority_result p ON p.municipality_code = r.municipality_code AND p.resident_id = r.id
     WHERE r.municipality_code = '${BENCH_CITY}' AND r.archived_at IS NULL AND ${where}
     ORDER BY ${order} LIMIT ${PAGE} OFFSET ${offset}`,
  );
  return rows;
}

/** The same people in the same order, of the same total, in every view. */
async function isSame(urls: readonly string[], pool: pg.Pool): Promise<boolean> {
  for (const [at, url] of urls.entries()) {
    const page = residentPageSchema.parse(await (await fetch(url)).json());
    const rows = await pageOfPeer(pool, VIEWS[at]!);
    const isTotal = page.total === Number(rows[0]?.total ?? 0);
    const isOrder = page.rows.map(({ id }) => id).join() === rows.map(({ id }) => id).join();
    if (!isTotal || !isOrder) return false;
  }
  return true;
}
