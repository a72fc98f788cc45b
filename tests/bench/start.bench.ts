import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { summarySchema } from '#contract/municipality';
import { hasChromium, startBrowser } from '../e2e/support/browser.ts';
import { temporaryDirectory } from '../support/database.ts';
import { signInAt } from '../support/signed-in.ts';
import type { Benchmark } from './support/benchmark.ts';
import { openFirstView } from './support/first-view.ts';

const PROGRAM = join(import.meta.dirname, '../../dist/server/cli/main.js');
const LIMIT_NEXT_MS = 15_000;
const PAUSE_MS = 100;
const GIVE_UP_AFTER_MS = 600_000;

/**
 * From `start --demo` of the built application to the first view in a browser, rows listed and the map
 * drawn: first on an empty DATA_DIR, where the demo city is made and loaded, then on what that left. Both
 * show the same city.
 */
export const benchmark: Benchmark = {
  about: 'first start with the demo city on an empty DATA_DIR, to the drawn map',
  peer: `the next start (limit ${LIMIT_NEXT_MS} ms)`,
  targetRatio: 0,
  limitMs: 90_000,
  async run() {
    if (!existsSync(PROGRAM)) return { skipped: 'not built: run scripts/build' };
    if (!hasChromium) return { skipped: 'Chromium is not installed: no map is drawn without it' };
    const directory = temporaryDirectory();
    const browser = await startBrowser('map', 'own letters');
    try {
      const first = await startOnce(directory.path, browser);
      const next = await startOnce(directory.path, browser);
      return {
        oursMs: first.ms,
        peerMs: next.ms,
        sameAnswers: first.people > 0 && first.people === next.people,
        figures: {
          'first start ms to /readyz': first.readyMs,
          'next start ms to /readyz': next.readyMs,
        },
        misses: next.ms > LIMIT_NEXT_MS ? [`next start over ${LIMIT_NEXT_MS} ms`] : [],
      };
    } finally {
      await browser.close();
      directory.remove();
    }
  },
};

interface Start {
  readonly readyMs: number;
  readonly ms: number;
  readonly people: number;
}

async function startOnce(dataDir: string, browser: Browser): Promise<Start> {
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
    const readyMs = performance.now() - start;
    const headers = await signInAt(url, 'disaster-officer');
    const view = await openFirstView(browser, `${url}/`, headers);
    const ms = performance.now() - start;
    await view.close();
    const answer = await fetch(`${url}/api/municipalities/99201/summary`, { headers });
    return { readyMs, ms, people: summarySchema.parse(await answer.json()).residents ?? 0 };
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
