import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Benchmark, BenchmarkReport } from './benchmark.ts';

/* Runs one benchmark and sends its report to the process that started it: child.ts FILE [POSTGIS_URL] */
const [file = '', postgisUrl = ''] = process.argv.slice(2);
const { benchmark } = (await import(pathToFileURL(file).href)) as { benchmark: Benchmark };
const measurement = await benchmark.run({ postgisUrl: postgisUrl === '' ? null : postgisUrl });
const name = basename(file, '.bench.ts');
const report: BenchmarkReport =
  'skipped' in measurement
    ? { name, ...measurement }
    : {
        name,
        oursMs: round(measurement.oursMs),
        peer: benchmark.peer,
        peerMs: round(measurement.peerMs),
        ratio: round(measurement.peerMs / measurement.oursMs),
        sameAnswers: measurement.sameAnswers,
        peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      };
process.send?.(report, () => process.disconnect());

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
