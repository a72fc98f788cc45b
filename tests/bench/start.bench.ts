import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { summarySchema } from '#contract/municipality';
import { temporaryDirectory } from '../support/database.ts';
import type { Benchmark } from './support/benchmark.ts';

const PROGRAM = join(import.meta.dirname, '../../dist/server/cli/main.js');
const LIMIT_NEXT_MS = 15_000;
const PAUSE_MS = 100;
const GIVE_UP_AFTER_MS = 600_000;

/**
 * From `start --demo` of the built application to the first answer of /readyz: first on an empty DATA_DIR,
 * where the demo city is made and loaded, then on what that left. Both show the same city.
 */
export const benchmark: Benchmark = {
  about: 'first start with the demo city on an empty DATA_DIR, to /readyz',
  peer: `the next start (limit ${LIMIT_NEXT_MS} ms)`,
  targetRatio: 0,
  limitMs: 90_000,
  async run() {
    if (!existsSync(PROGRAM)) return { skipped: 'not built: run scripts/build' };
    const directory = temporaryDirectory();
    try {
      const first = await startOnce(directory.path);
      const next = await startOnce(directory.path);
      return {
        oursMs: first.ms,
        peerMs: next.ms,
        sameAnswers: first.people > 0 && first.people === next.people,
        misses: next.ms > LIMIT_NEXT_MS ? [`next start over ${LIMIT_NEXT_MS} ms`] : [],
      };
    } finally {
      directory.remove();
    }
  },
};

async function startOnce(dataDir: string): Promise<{ ms: number; people: number }> {
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  const start = performance.now();
  const program = spawn(process.execPath, [PROGRAM, 'start', '--demo', '--port', String(port)], {
    env: { ...environment, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    while (!(await isReady(url))) {
      if (hasEnded(program)) throw new Error(`the application ended (${program.exitCode})`);
      if (performance.now() - start > GIVE_UP_AFTER_MS) throw new Error('it never became ready');
      await sleep(PAUSE_MS);
    }
    const ms = performance.now() - start;
    const answer = await fetch(`${url}/api/municipalities/99201/summary`);
    return { ms, people: summarySchema.parse(await answer.json()).residents };
  } finally {
    if (!hasEnded(program)) {
      program.kill('SIGTERM');
      await once(program, 'exit');
    }
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
