import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPostgisServer } from '../support/postgis-server.ts';
import type { Benchmark, BenchmarkReport } from './support/benchmark.ts';
import { dropBenchSchema } from './support/postgis-zones.ts';
import { tableHeader, tableRow } from './support/table.ts';

/*
 * npm run bench                     every benchmark, as a table
 * scripts/bench NAME… --json        some of them, one JSON object a line (npm run prints a banner before)
 *
 * Exit code 1 where answers differ from the peer's or a benchmark broke, 2 for an unknown name.
 * A missed target is shown and no failure: how fast a machine is does not make the code wrong.
 */
const SUFFIX = '.bench.ts';
const directory = import.meta.dirname;
const known = readdirSync(directory)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();
const args = process.argv.slice(2);
const asJson = args.includes('--json');
const wanted = args.filter((arg) => arg !== '--json');
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no benchmark ${unknown.join(', ')}; there are: ${known.join(', ')}\n`);
  process.exit(2);
}

const databaseUrl = process.env.DATABASE_URL ?? '';
const server = databaseUrl === '' ? await startPostgisServer() : null;
const postgisUrl = databaseUrl === '' ? (server?.url ?? null) : databaseUrl;
let isGood = true;
try {
  if (!asJson) print(tableHeader());
  for (const name of wanted.length > 0 ? wanted : known) {
    const file = join(directory, name + SUFFIX);
    const { benchmark } = (await import(pathToFileURL(file).href)) as { benchmark: Benchmark };
    const report = await runInChild(file, postgisUrl);
    if (report === null || ('sameAnswers' in report && !report.sameAnswers)) isGood = false;
    if (report !== null) print(asJson ? JSON.stringify(report) : tableRow(report, benchmark));
  }
  if (postgisUrl !== null) await dropBenchSchema(postgisUrl);
} finally {
  server?.stop();
}
process.exitCode = isGood ? 0 : 1;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** null where the process ended without a report; what went wrong is on its standard error. */
function runInChild(file: string, url: string | null): Promise<BenchmarkReport | null> {
  const child = fork(join(directory, 'support', 'child.ts'), [file, url ?? ''], {
    execArgv: ['--expose-gc', '--conditions=source', '--import', 'tsx'],
  });
  return new Promise((resolve) => {
    child.once('message', (report) => resolve(report as BenchmarkReport));
    child.once('exit', () => resolve(null));
  });
}
