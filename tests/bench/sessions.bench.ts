import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sessionViewSchema } from '#contract/account';
import { startApplication } from '../e2e/support/application.ts';
import { percentile } from './list-percentile.ts';
import type { SessionLoad } from './session-readers.ts';
import type { Benchmark } from './support/benchmark.ts';

const SIGN_INS = 100;
const READERS = 200;
const SECONDS = 60;
const LIMIT_SIGN_IN_MS = 20_000;

/**
 * Mornings of a warning: a hundred people sign in at once, then two hundred read for a minute, pages of
 * the list and single people, each of which is written into the audit log. Any answer but a right one
 * is an error, and a run with one is no pass.
 */
export const benchmark: Benchmark = {
  about: `${READERS} signed-in readers for ${SECONDS} s after ${SIGN_INS} sign-ins at once; a read, 95 %`,
  peer: 'one reader alone, 95 %',
  targetRatio: 0,
  limitMs: 1000,
  async run() {
    const application = await startApplication();
    try {
      const view = await fetch(`${application.url}/api/session`);
      const { demoAccounts } = sessionViewSchema.parse(await view.json());
      const officer = demoAccounts.find(({ role }) => role === 'disaster-officer');
      if (officer === undefined) throw new Error('the demo has no account of an officer');
      const load = await readMuch(application.url, officer.loginName, officer.password);
      const wrong = Object.entries(load.errors).map(([error, times]) => `${times} × ${error}`);
      const signInMs = percentile(load.signInMs, 95);
      return {
        oursMs: percentile(load.readMs, 95),
        peerMs: percentile(load.aloneMs, 95),
        sameAnswers: wrong.length === 0 && load.readMs.length > 0,
        figures: {
          'sign-ins': load.signInMs.length,
          'sign-in ms, 50 %': percentile(load.signInMs, 50),
          'sign-in ms, 95 %': signInMs,
          reads: load.readMs.length,
          'reads a second': load.readMs.length / SECONDS,
          'read ms, 50 %': percentile(load.readMs, 50),
          errors: Object.values(load.errors).reduce((sum, times) => sum + times, 0),
        },
        misses: [...wrong, ...(signInMs > LIMIT_SIGN_IN_MS ? ['sign-ins took too long'] : [])],
      };
    } finally {
      await application.stop();
    }
  },
};

async function readMuch(url: string, loginName: string, password: string): Promise<SessionLoad> {
  const file = join(import.meta.dirname, 'session-readers.ts');
  const order = [url, loginName, password, ...[SIGN_INS, READERS, SECONDS].map(String)];
  const child = fork(file, order, { execArgv: ['--conditions=source', '--import', 'tsx'] });
  const [load]: unknown[] = await once(child, 'message');
  return load as SessionLoad;
}
