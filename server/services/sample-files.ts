import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportSource } from '#contract/dataset';
import { makeScratchDirectory } from './scratch-directory.ts';

/** The file of the demo generator that stands for a source. The municipal standard is tried by hand. */
export const SAMPLE_FILES: Readonly<Partial<Record<ImportSource, string>>> = {
  'ksj-a33': 'zones.geojson',
  'gsi-shelters': 'emergency-sites.csv',
  'welfare-shelters': 'welfare-shelters.csv',
  districts: 'districts.geojson',
  gazetteer: 'gazetteer-blocks.csv',
  'gsi-roads': 'roads.geojson',
  roster: 'roster.csv',
};

const SEED = 'sample-2026';
/** Another name where the samples change: those that were made before are not handed out any more. */
const FOLDER = 'samples-2';

/** Where the samples are; they may not have been made yet. */
function samplesDirectory(dataDir: string): string {
  return join(dataDir, FOLDER);
}

/**
 * Makes a small fictional town's files, one for each source, unless they are there: all or none of them,
 * and the same every time.
 */
export async function makeSamples(dataDir: string): Promise<string> {
  const target = samplesDirectory(dataDir);
  if (existsSync(target)) return target;
  const directory = await makeScratchDirectory(dataDir, 'demo');
  try {
    const { generateDemoCity } = await import('#geodata/demo/generate');
    const { SAMPLE_SIZE } = await import('#geodata/demo/sample-size');
    const made = join(directory, FOLDER);
    await mkdir(made);
    await generateDemoCity({ seed: SEED, directory: made, size: SAMPLE_SIZE });
    // Two may have made them at once: they are the same.
    await rename(made, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
    return target;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
