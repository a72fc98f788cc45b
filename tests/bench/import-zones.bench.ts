import { fork } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type DatabaseKind, temporaryDirectory } from '../support/database.ts';
import type { Benchmark } from './support/benchmark.ts';
import {
  IMPORT_CITY,
  type Imported,
  isSameImported,
  recordsPerSecond,
} from './support/imported.ts';
import { ZONES } from './support/prefecture.ts';
import { writeZonesFile } from './support/zones-file.ts';

const LIMIT_MEGABYTES = 500;

/**
 * The importing process from its files to data in force and checked, on the embedded database and on a
 * PostGIS server; the engine of the embedded one is a process of its own. The peer only parses the file:
 * it stands for the memory that reading it whole takes, and not for the time of an import.
 */
export const benchmark: Benchmark = {
  about: '45,000 zones of a 150 MB GeoJSON imported and in force on the embedded database',
  peer: 'JSON.parse of the whole file: compare its memory',
  targetRatio: 0,
  limitMegabytes: LIMIT_MEGABYTES,
  async run({ postgisUrl }) {
    const directory = temporaryDirectory();
    try {
      const path = join(directory.path, 'zones.geojson');
      await writeZonesFile(path, ZONES);
      const peer = await runAlone('parse-whole.ts', [path]);
      const embedded = await importOn('embedded', null, path);
      const server = postgisUrl === null ? null : await importOn('server', postgisUrl, path);
      const isTooLarge = server !== null && server.peakMegabytes > LIMIT_MEGABYTES;
      return {
        oursMs: embedded.milliseconds,
        peerMs: peer.milliseconds,
        sameAnswers: isSameImported(embedded, peer) && isSameImported(server ?? peer, peer),
        peakMegabytes: embedded.peakMegabytes,
        misses: isTooLarge ? [`over ${LIMIT_MEGABYTES} MB on the PostGIS server`] : [],
        figures: {
          'file MB': statSync(path).size / 1e6,
          'records/s': recordsPerSecond(embedded),
          'peer peak MB': peer.peakMegabytes,
          ...(server !== null && {
            'PostGIS server ms': server.milliseconds,
            'PostGIS server records/s': recordsPerSecond(server),
            'PostGIS server peak MB': server.peakMegabytes,
          }),
        },
      };
    } finally {
      directory.remove();
    }
  },
};

async function importOn(
  kind: DatabaseKind,
  postgisUrl: string | null,
  path: string,
): Promise<Imported> {
  const { config, database, remove } = await createTestDatabase(kind, postgisUrl);
  try {
    await database.query(`INSERT INTO municipality (code, name) VALUES ($1, '計測市')`, [
      IMPORT_CITY,
    ]);
    return await runAlone('import-whole.ts', [JSON.stringify(config), path]);
  } finally {
    await remove();
  }
}

async function runAlone(file: string, args: readonly string[]): Promise<Imported> {
  const child = fork(join(import.meta.dirname, 'support', file), [...args], {
    execArgv: ['--conditions=source', '--import', 'tsx'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${file} ended without a figure`);
  });
  const [imported]: unknown[] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return imported as Imported;
}
