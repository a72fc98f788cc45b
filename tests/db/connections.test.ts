import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { socketDirectory } from '../../server/db/embedded/socket.ts';
import { temporaryDirectory } from '../support/database.ts';

/** All connections of the embedded engine share one backend: what one asks another must not answer. */
describe('connections of the embedded database', () => {
  const directory = temporaryDirectory();
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(
      { dataDir: directory.path, databaseUrl: null, databasePoolSize: 8 },
      { migrate: false },
    );
  });
  afterAll(async () => {
    await database.close();
    directory.remove();
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ host: socketDirectory(directory.path), user: 'postgres' });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  test('each question gets its own answer, 12 at a time', async () => {
    const questions = Array.from({ length: 600 }, (_, number) => number);
    const wrong: string[] = [];
    const ask = async (client: pg.Client) => {
      for (let number = questions.pop(); number !== undefined; number = questions.pop()) {
        // Two shapes of statement, so that a mixed-up one is refused or has the wrong columns.
        const sql =
          number % 2 === 0
            ? 'SELECT $1::int AS number'
            : 'SELECT $1::int AS number, repeat($2, 3) AS text';
        const parameters = number % 2 === 0 ? [number] : [number, `t${number}-`];
        try {
          const isTransaction = number % 3 === 0;
          if (isTransaction) await client.query('BEGIN');
          const { rows } = await client.query<{ number: number; text?: string }>(sql, parameters);
          if (isTransaction) await client.query('COMMIT');
          const row = rows[0];
          const text = number % 2 === 0 ? undefined : `t${number}-`.repeat(3);
          if (row?.number !== number || row.text !== text) wrong.push(`${number}: other answer`);
        } catch (error) {
          wrong.push(`${number}: ${String(error)}`);
        }
      }
    };
    const clients = await Promise.all(Array.from({ length: 12 }, connect));
    await Promise.all(clients.map(ask));
    await Promise.all(clients.map((client) => client.end()));
    expect(wrong).toEqual([]);
  });

  test('after a failed statement a connection still gets the answers to its own questions', async () => {
    const client = await connect();
    for (const failing of ['SELECT 1 / $1::int', 'SELECT $1::nonsense']) {
      await expect(client.query(failing, [0])).rejects.toThrow();
      for (const number of [1, 2, 3]) {
        const { rows } = await client.query('SELECT $1::int AS number', [number]);
        expect(rows).toEqual([{ number }]);
      }
    }
    await client.end();
  });

  test('a connection that breaks off in the middle of its request holds nobody up', async () => {
    const client = await connect();
    // A Parse without its Sync: the request is begun and never ended.
    const text = Buffer.from('\0SELECT 1\0\0\0', 'utf8');
    const header = Buffer.alloc(5);
    header.write('P');
    header.writeInt32BE(text.length + 4, 1);
    const { stream } = (client as unknown as { connection: { stream: import('node:net').Socket } })
      .connection;
    await new Promise((resolve) => stream.write(Buffer.concat([header, text]), resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    stream.destroy();
    const rows = await database.query('SELECT 2 AS two');
    expect(rows).toEqual([{ two: 2 }]);
  });
});
