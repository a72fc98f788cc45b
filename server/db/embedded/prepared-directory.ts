import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';

/**
 * A fresh data directory with PostGIS in it, as a compressed archive that is made once at build time:
 * unpacking it takes a third of the time that initdb and CREATE EXTENSION take at a first start.
 */
export function preparedDirectoryFile(): string {
  const root = projectRoot(dirname(fileURLToPath(import.meta.url)));
  const name = `${versionOf('@electric-sql/pglite')}-${versionOf('@electric-sql/pglite-postgis')}`;
  return join(root, 'dist', 'embedded', `postgis-${name}.tar.gz`);
}

/** The archive for `loadDataDir`; null where the build made none: the start is slower then. */
export function readPreparedDirectory(): Blob | null {
  const file = preparedDirectoryFile();
  return existsSync(file) ? new Blob([readFileSync(file)]) : null;
}

/** Makes the archive unless it is there. */
export async function makePreparedDirectory(): Promise<void> {
  const file = preparedDirectoryFile();
  if (existsSync(file)) return;
  const database = await PGlite.create({ extensions: { postgis } });
  await database.exec('CREATE EXTENSION postgis');
  await database.exec('CHECKPOINT');
  const archive = await database.dumpDataDir('gzip');
  await database.close();
  mkdirSync(dirname(file), { recursive: true });
  // Written under another name first: nobody may load half an archive.
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.from(await archive.arrayBuffer()));
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function projectRoot(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error('no package.json above the program');
  return projectRoot(parent);
}

function versionOf(packageName: string): string {
  const require = createRequire(import.meta.url);
  const root = projectRoot(dirname(require.resolve(packageName)));
  const description: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof description === 'object' && description !== null && 'version' in description
    ? String(description.version)
    : 'unknown';
}
