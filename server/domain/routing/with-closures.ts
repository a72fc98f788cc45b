import { type RouteMetric, setClosed } from './cost/route-metric.ts';

/** Does something with some roads closed, and opens those again that were open before. */
export function withClosures<Value>(
  metric: RouteMetric,
  roads: Iterable<number>,
  work: () => Value,
): Value {
  const closed: number[] = [];
  try {
    for (const road of roads) {
      if (metric.closed[road] === 1) continue;
      setClosed(metric, road, true);
      closed.push(road);
    }
    return work();
  } finally {
    for (const road of closed) setClosed(metric, road, false);
  }
}
