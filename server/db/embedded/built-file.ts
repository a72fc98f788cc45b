import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of a file that the build makes of the embedded database's packages, as they are installed. */
export function builtFile(kind: string, extension: string): string {
  const root = projectRoot(dirname(fileURLToPath(import.meta.url)));
  const name = `${versionOf('@electric-sql/pglite')}-${versionOf('@electric-sql/pglite-postgis')}`;
  return join(root, 'dist', 'embedded', `${kind}-${name}${extension}`);
}

/** Makes such a file unless it is there. */
export async function makeBuiltFile(file: string, make: () => Promise<Uint8Array>): Promise<void> {
  if (existsSync(file)) return;
  const content = await make();
  mkdirSync(dirname(file), { recursive: true });
  // Written under another name first: nobody may load half of it.
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, content);
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
