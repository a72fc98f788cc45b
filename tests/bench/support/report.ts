import type { Benchmark, BenchmarkReport, Measurement } from './benchmark.ts';

/** What was measured beside what was promised. */
export function reportOn(
  name: string,
  benchmark: Benchmark,
  measurement: Measurement,
  ownPeakMegabytes: number,
): BenchmarkReport {
  if ('skipped' in measurement) return { name, ...measurement };
  const { peer, targetRatio, limitMs = null, limitMegabytes = null } = benchmark;
  const { oursMs, peerMs, sameAnswers, figures = {} } = measurement;
  const peakMegabytes = Math.round(measurement.peakMegabytes ?? ownPeakMegabytes);
  const ratio = peerMs / oursMs;
  const misses = [
    ...(sameAnswers ? [] : ['ANSWERS DIFFER']),
    ...(ratio < targetRatio ? [`below ${targetRatio}x`] : []),
    ...(limitMs !== null && oursMs > limitMs ? [`over ${limitMs} ms`] : []),
    ...(limitMegabytes !== null && peakMegabytes > limitMegabytes
      ? [`over ${limitMegabytes} MB`]
      : []),
    ...(measurement.misses ?? []),
  ];
  return {
    name,
    oursMs: round(oursMs),
    peer,
    peerMs: round(peerMs),
    ratio: round(ratio),
    sameAnswers,
    peakMegabytes,
    targetRatio,
    limitMs,
    limitMegabytes,
    pass: misses.length === 0,
    misses,
    figures: Object.fromEntries(Object.entries(figures).map(([key, one]) => [key, round(one)])),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
