import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

/** Real public data beside the project; it is never part of it, and tests that read it skip without. */
const SHARED_DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** 200 towns of Hatsukaichi, geolonia/japanese-addresses. */
export const HATSUKAICHI_TOWNS = `${SHARED_DATA}/boundaries/geolonia_addresses_hatsukaichi.json`;

/** Path of a file of the real data, by its path in their folder. */
export function sharedData(path: string): string {
  return `${SHARED_DATA}/${path}`;
}

/** The same, null where the file is absent: for tests that are skipped before they run. */
export function presentSharedData(path: string): string | null {
  const file = sharedData(path);
  return existsSync(file) ? file : null;
}

/** Skips the running test, and says why, where a file of the real data is absent. */
export function skipWithout({ skip }: TestContext, path: string): void {
  if (!existsSync(path)) skip(`${path} is absent`);
}
