import { parentPort, workerData } from 'node:worker_threads';
import { planTours, TOUR_ITERATIONS } from '#domain/drill/tours/plan-tours';
import type { TourMessage, TourOrder } from './tours-in-thread.ts';

const port = parentPort;
if (port === null) throw new Error('tours-worker runs as a worker thread only');

const { request, seed }: TourOrder = workerData;
const post = (message: TourMessage) => port.postMessage(message);
const plan = planTours(request, {
  ...{ seed, iterations: TOUR_ITERATIONS },
  onProgress: ({ iteration, iterations }) => post({ kind: 'progress', iteration, iterations }),
});
post({ kind: 'plan', plan });
port.close();
