import { existsSync, readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { builtFile, makeBuiltFile } from './built-file.ts';
import { makePostgisBundle, postgisExtension } from './postgis-extension.ts';

/**
 * A fresh data directory with PostGIS in it, as a compressed archive that is made once at build time:
 * unpacking it takes a third of the time that initdb and CREATE EXTENSION take at a first start.
 */
const archiveFile = () => builtFile('postgis', '.tar.gz');

/** The archive for `loadDataDir`; null where the build made none: the start is slower then. */
export function readPreparedDirectory(): Blob | null {
  const file = archiveFile();
  return existsSync(file) ? new Blob([readFileSync(file)]) : null;
}

/** Makes the archive, and the bundle of the extension that engines start with, unless they are there. */
export async function makePreparedDirectory(): Promise<void> {
  await makePostgisBundle();
  await makeBuiltFile(archiveFile(), async () => {
    const database = await PGlite.create({ extensions: { postgis: postgisExtension } });
    await database.exec('CREATE EXTENSION postgis');
    await database.exec('CHECKPOINT');
    const archive = await database.dumpDataDir('gzip');
    await database.close();
    return new Uint8Array(await archive.arrayBuffer());
  });
}
