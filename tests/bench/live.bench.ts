import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sessionViewSchema } from '#contract/account';
import { startApplication } from '../e2e/support/application.ts';
import { percentile } from './list-percentile.ts';
import type { LiveLoad } from './live-listeners.ts';
import type { Benchmark } from './support/benchmark.ts';

const LISTENERS = 500;
const UPDATES_A_SECOND = 50;
const SECONDS = 20;
const MANY = '1000000';

/**
 * A night of rain: five hundred screens show how people stand, and fifty reports a second come in. All
 * listeners see everybody, which is the most that can be sent. The peer asks for the same once a second.
 */
export const benchmark: Benchmark = {
  about: `${LISTENERS} listeners, ${UPDATES_A_SECOND} reports a second for ${SECONDS} s; until a listener holds one, 95 %`,
  peer: 'the same listeners asking once a second, 95 %',
  targetRatio: 1,
  limitMs: 300,
  async run() {
    // Reports come from hundreds of phones; here they come from one session.
    const application = await startApplication({
      ...{ REQUESTS_PER_MINUTE: MANY, WRITES_PER_MINUTE: MANY, ADDRESS_REQUESTS_PER_MINUTE: MANY },
    });
    try {
      const view = await fetch(`${application.url}/api/session`);
      const { demoAccounts } = sessionViewSchema.parse(await view.json());
      const officer = demoAccounts.find(({ role }) => role === 'disaster-officer');
      if (officer === undefined) throw new Error('the demo has no account of an officer');
      const file = join(import.meta.dirname, 'live-listeners.ts');
      const load = [LISTENERS, UPDATES_A_SECOND, SECONDS].map(String);
      const order = [application.url, officer.loginName, officer.password, ...load];
      const child = fork(file, order, { execArgv: ['--conditions=source', '--import', 'tsx'] });
      const [found]: unknown[] = await once(child, 'message');
      const { streamMs, pollMs, updates, errors } = found as LiveLoad;
      const all = updates * LISTENERS;
      return {
        oursMs: percentile(streamMs, 95),
        peerMs: percentile(pollMs, 95),
        // Each report came to each listener, once.
        sameAnswers: errors.length === 0 && streamMs.length === all,
        figures: {
          deliveries: streamMs.length,
          'of deliveries': all,
          'delivered ms, 50 %': percentile(streamMs, 50),
          'delivered ms, 99 %': percentile(streamMs, 99),
          'within 300 ms, %': (100 * streamMs.filter((ms) => ms < 300).length) / all,
          'deliveries to those who ask': pollMs.length,
          errors: errors.length,
        },
        misses: errors.slice(0, 5),
      };
    } finally {
      await application.stop();
    }
  },
};
