import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of package.json: above `server` in the source, above `dist/server` when built. */
export const PROJECT_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

export const VERSION = readVersion();

function findRoot(directory: string): string {
  try {
    readFileSync(join(directory, 'package.json'));
    return directory;
  } catch {
    const parent = dirname(directory);
    if (parent === directory) throw new Error('no package.json above the program');
    return findRoot(parent);
  }
}

function readVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
  const isNamed =
    typeof description === 'object' && description !== null && 'version' in description;
  return isNamed ? String(description.version) : '0';
}
