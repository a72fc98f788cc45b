import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/db/data-source.ts';
import { makePreparedDirectory } from '../../server/db/embedded/prepared-directory.ts';
import { isListening, socketDirectory, socketPath } from '../../server/db/embedded/socket.ts';
import { temporaryDirectory } from '../support/database.ts';
import type { WrittenRow } from './kill-writer.ts';

const directory = temporaryDirectory();
const configOf = (dataDir: string) => ({ dataDir, databaseUrl: null, databasePoolSize: 4 });
const config = configOf(directory.path);
/** Engines start in seconds, on a busy machine in tens of them. */
const PATIENCE_MILLIS = 90_000;
const started: ChildProcess[] = [];

beforeAll(makePreparedDirectory);
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await waitUntil(async () => !(await isListening(socketPath(directory.path))));
  directory.remove();
});

/** The process that holds the data directory. */
function enginePid(): number {
  const lock: { pid: number } = JSON.parse(
    readFileSync(join(directory.path, 'embedded.lock'), 'utf8'),
  );
  return lock.pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MILLIS;
  while (Date.now() < giveUpAt) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error('waited in vain');
}

/** A process that writes until it is killed; resolves when `count` rows were acknowledged. */
async function startWriter(count: number): Promise<{ writer: ChildProcess; lastId: () => number }> {
  const writer = spawn(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      import.meta.resolve('tsx'),
      join(import.meta.dirname, 'kill-writer.ts'),
      directory.path,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  started.push(writer);
  let output = '';
  writer.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  const lastId = () => output.split('\n').length - 1;
  await waitUntil(() => lastId() >= count);
  return { writer, lastId };
}

describe('the embedded database', { timeout: 2 * PATIENCE_MILLIS }, () => {
  test('loses no acknowledged row when program and engine are killed, and starts again', async () => {
    const { writer, lastId } = await startWriter(50);
    const engine = enginePid();
    // The program first: it would start another engine.
    writer.kill('SIGKILL');
    process.kill(engine, 'SIGKILL');
    await once(writer, 'exit');
    await waitUntil(() => !isAlive(engine));
    expect(existsSync(socketPath(directory.path))).toBe(true);
    const database = await openDatabase(config);
    const rows = await database.query<WrittenRow>('SELECT id FROM written ORDER BY id');
    // The last one may have been stored without its answer having arrived.
    expect(rows.length).toBeGreaterThanOrEqual(lastId());
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, index) => index + 1));
    await database.query('DROP TABLE written');
    await database.close();
    expect(existsSync(socketPath(directory.path))).toBe(false);
  });

  test('the engine ends when the program that started it dies', async () => {
    const { writer } = await startWriter(1);
    const engine = enginePid();
    writer.kill('SIGKILL');
    await waitUntil(() => !isAlive(engine));
  });

  test('a second program joins the running engine, which outlives the first one for it', async () => {
    const first = await openDatabase(config);
    const engine = enginePid();
    const second = await openDatabase(config);
    expect(enginePid()).toBe(engine);
    await first.close();
    await sleep(500);
    expect(await second.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.close();
    await waitUntil(() => !isAlive(engine));
  });

  test('an engine that dies under a running program is started again', async () => {
    const database = await openDatabase(config);
    const engine = enginePid();
    process.kill(engine, 'SIGKILL');
    await waitUntil(async () => {
      const rows = await database.query('SELECT 1').catch(() => []);
      return rows.length === 1;
    });
    expect(enginePid()).not.toBe(engine);
    await database.close();
  });

  test('many requests at once on few connections do not mix up their parameters', async () => {
    const database = await openDatabase(config);
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, id) =>
        id % 3 === 0
          ? database.transaction((tx) => tx.query('SELECT $1::int AS id, $2::text AS b', [id, 'b']))
          : database.query('SELECT $1::int AS id', [id]),
      ),
    );
    expect(answers.map(([row]) => row?.id)).toEqual(answers.map((_, id) => id));
    await database.close();
  });

  test('programs that start at the same time share one engine and one schema', async () => {
    const own = temporaryDirectory();
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase(configOf(own.path))));
    for (const database of databases)
      expect(await database.query('SELECT count(*) AS count FROM municipality')).toEqual([
        { count: 0 },
      ]);
    for (const database of databases) await database.close();
    await waitUntil(async () => !(await isListening(socketPath(own.path))));
    own.remove();
  });
});

test('a path too long for a socket gets a directory that only its user can enter', async () => {
  const long = join(directory.path, 'x'.repeat(120));
  expect(socketDirectory(long).length).toBeLessThan(100);
  expect(socketDirectory(directory.path)).toBe(directory.path);
  const server = createServer((socket) => socket.end('N')).listen(socketPath(long));
  await once(server, 'listening');
  expect(await isListening(socketPath(long))).toBe(true);
  server.close();
});
