import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Benchmark } from './benchmark.ts';
import { reportOn } from './report.ts';

/* Runs one benchmark and sends its report to the process that started it: child.ts FILE [POSTGIS_URL] */
const [file = '', postgisUrl = ''] = process.argv.slice(2);
const { benchmark } = (await import(pathToFileURL(file).href)) as { benchmark: Benchmark };
const measurement = await benchmark.run({ postgisUrl: postgisUrl === '' ? null : postgisUrl });
const name = basename(file, '.bench.ts');
const report = reportOn(name, benchmark, measurement, process.resourceUsage().maxRSS / 1024);
process.send?.(report, () => process.disconnect());
