import { parentPort, workerData } from 'node:worker_threads';
import { assign } from './assign.ts';
import type { AssignMessage, AssignOrder } from './assign-order.ts';
import { highsSolver } from './solve-with-highs.ts';

const port = parentPort;
if (port === null) throw new Error('assign-worker runs as a worker thread only');

const order: AssignOrder = workerData;
const message: AssignMessage = { result: assign(order, await highsSolver()) };
port.postMessage(message);
port.close();
