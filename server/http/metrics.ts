import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Measures every request by the pattern of its route: an address would name a person. */
  readonly measure: RequestHandler;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.06, 0.1, 0.25, 1, 2.5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    registry,
    measure: (request, response, next) => {
      const end = durations.startTimer();
      response.once('close', () => {
        const route = String(response.locals.route ?? 'other');
        end({ method: request.method, route, status: response.statusCode });
      });
      next();
    },
  };
}
