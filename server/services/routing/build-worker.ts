import { parentPort, workerData } from 'node:worker_threads';
import { type Problem, ProblemError } from '#domain/problem';
import { type DatabaseConfig, openDatabase } from '../../db/data-source.ts';
import { buildNetwork } from './build-network.ts';
import type { SharedNetwork } from './shared-network.ts';

/** What the thread is told when it is started. */
export interface BuildOrder {
  readonly databaseConfig: DatabaseConfig;
  readonly municipalityCode: string;
}

/** What the thread says to whoever started it. */
export type BuildMessage =
  | { readonly network: SharedNetwork | null }
  | { readonly problem: Problem };

const { databaseConfig, municipalityCode }: BuildOrder = workerData;
const port = parentPort;
if (port === null) throw new Error('build-worker runs as a worker thread only');

const say = (message: BuildMessage) => port.postMessage(message);
try {
  const database = await openDatabase(databaseConfig, { migrate: false });
  try {
    say({ network: await buildNetwork(database, municipalityCode) });
  } finally {
    await database.close();
  }
} catch (error) {
  // A class of errors does not survive the way between threads; what it says does.
  if (!(error instanceof ProblemError)) throw error;
  say({ problem: error.problem });
} finally {
  port.close();
}
