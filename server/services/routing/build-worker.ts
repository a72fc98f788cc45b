import { parentPort, workerData } from 'node:worker_threads';
import { type DatabaseConfig, openDatabase } from '../../db/data-source.ts';
import { buildNetwork } from './build-network.ts';

/** What the thread is told when it is started. */
export interface BuildOrder {
  readonly databaseConfig: DatabaseConfig;
  readonly municipalityCode: string;
}

const { databaseConfig, municipalityCode }: BuildOrder = workerData;
const port = parentPort;
if (port === null) throw new Error('build-worker runs as a worker thread only');

const database = await openDatabase(databaseConfig, { migrate: false });
try {
  port.postMessage({ network: await buildNetwork(database, municipalityCode) });
} finally {
  await database.close();
  port.close();
}
