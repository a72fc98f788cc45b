import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKsjA33 } from '#geodata/sources/ksj-a33';
import type { Benchmark } from './support/benchmark.ts';
import { ZONES } from './support/prefecture.ts';
import { writeZonesFile } from './support/zones-file.ts';

interface Reading {
  readonly records: number;
  readonly vertices: number;
  readonly sum: number;
  readonly milliseconds: number;
}

export const benchmark: Benchmark = {
  about: 'reading 45,000 zones of a 150 MB GeoJSON: checked, with ids, in bounded memory',
  peer: 'JSON.parse of the whole file (no checks, in a process of its own)',
  // The peer does a part of the work; what is bought with the rest is memory.
  targetRatio: 0.2,
  limitMegabytes: 500,
  async run() {
    const directory = mkdtempSync(join(tmpdir(), 'michishirube-bench-'));
    try {
      const path = join(directory, 'zones.geojson');
      await writeZonesFile(path, ZONES);
      const ours = await readOurs(path);
      const peer = await readAsPeer(path);
      const perSecond = Math.round((ours.records / ours.milliseconds) * 1000);
      process.stderr.write(
        `import-zones: ${Math.round(statSync(path).size / 1e6)} MB, ${perSecond} records a second\n`,
      );
      const isSame =
        ours.records === peer.records &&
        ours.vertices === peer.vertices &&
        Math.abs(ours.sum - peer.sum) < 1e-3;
      return { oursMs: ours.milliseconds, peerMs: peer.milliseconds, sameAnswers: isSame };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

async function readOurs(path: string): Promise<Reading> {
  const start = performance.now();
  let [records, vertices, sum] = [0, 0, 0];
  for await (const item of openKsjA33([path]).items) {
    if (!('value' in item)) continue;
    records += 1;
    for (const polygon of item.value.geometry.coordinates)
      for (const ring of polygon)
        for (const [lng, lat] of ring) {
          vertices += 1;
          sum += lng + lat;
        }
  }
  return { records, vertices, sum, milliseconds: performance.now() - start };
}

async function readAsPeer(path: string): Promise<Reading> {
  const child = fork(join(import.meta.dirname, 'support', 'parse-whole.ts'), [path], {
    execArgv: ['--import', 'tsx'],
  });
  const [reading] = await once(child, 'message');
  return reading as Reading;
}
