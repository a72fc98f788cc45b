import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';

export interface ImportFiles {
  readonly names: readonly string[];
  /** Over the contents in the order given; the parts of a Shapefile count with it. */
  readonly sha256: string;
  readonly bytes: number;
}

const SHAPEFILE_PARTS = ['.dbf', '.prj', '.cpg'];

export async function examineFiles(paths: readonly string[]): Promise<ImportFiles> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const path of paths) {
    bytes += (await stat(path)).size;
    for (const part of [path, ...shapefileParts(path)]) await addContent(hash, part);
  }
  return { names: paths.map((path) => basename(path)), sha256: hash.digest('hex'), bytes };
}

async function addContent(hash: Hash, path: string): Promise<void> {
  for await (const chunk of createReadStream(path)) hash.update(chunk);
}

function shapefileParts(path: string): string[] {
  const extension = extname(path);
  if (extension.toLowerCase() !== '.shp') return [];
  const stem = path.slice(0, -extension.length);
  return SHAPEFILE_PARTS.flatMap((part) => [stem + part, stem + part.toUpperCase()]).filter(
    existsSync,
  );
}
