import { mkdir } from 'node:fs/promises';
import { CITY, type CitySize, FULL_SIZE } from './city.ts';
import { type WrittenFile, writeOut } from './files/write.ts';
import { toPosition } from './frame.ts';
import { planCity } from './plan-city.ts';
import type { OnDemoStep } from './progress.ts';
import { randomFrom } from './random.ts';
import { writeCity } from './write-city.ts';

export interface DemoCityOptions {
  /** Any text; the same seed gives byte-identical files. */
  readonly seed: string;
  readonly directory: string;
  readonly onProgress?: OnDemoStep;
  /** Smaller than the demo, for tests. */
  readonly size?: CitySize;
}

export interface DemoCityManifest {
  readonly municipality: {
    readonly code: string;
    readonly name: string;
    readonly prefecture: string;
  };
  readonly seed: string;
  /** YYYY-MM-DD that the roster and the lists stand for. */
  readonly asOf: string;
  /** `[west, south, east, north]` of the map in degrees. */
  readonly bbox: readonly [number, number, number, number];
  readonly files: readonly WrittenFile[];
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Makes the demo city and writes it as source files that the ordinary importers read, with its base
 * map and a manifest. Everything follows from the seed.
 */
export async function generateDemoCity(options: DemoCityOptions): Promise<DemoCityManifest> {
  const { seed, directory, onProgress = () => {}, size = FULL_SIZE } = options;
  await mkdir(directory, { recursive: true });
  const random = randomFrom(seed);
  const city = await planCity(size, random, onProgress);
  const { files, counts } = await writeCity(city, directory, random.fork('files'), onProgress);
  const manifest: DemoCityManifest = {
    municipality: { code: CITY.code, name: CITY.name, prefecture: CITY.prefecture },
    seed,
    asOf: '2026-04-01',
    bbox: [...toPosition(0, 0), ...toPosition(size.widthMeters, size.heightMeters)],
    files,
    counts,
  };
  await writeOut(directory, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  await onProgress({ ja: '完了', en: 'Done', done: 1 });
  return manifest;
}
