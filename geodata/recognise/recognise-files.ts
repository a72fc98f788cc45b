import type { ImportSource } from '#contract/dataset';
import { recogniseSources, SOURCES } from '#geodata/registry';
import { baseName, extension, stem } from '#geodata/steps/input-file';

/** Files that belong together, and what they were taken for by their content. */
export interface RecognisedFiles {
  readonly files: readonly string[];
  /** Likeliest first; empty where nothing is known of the content. */
  readonly candidates: readonly ImportSource[];
}

/** The parts that a Shapefile is made of; what else lies in its folder (.sbn, .shx …) goes with it. */
const SHAPEFILE_PARTS = new Set(['.shp', '.dbf', '.shx', '.prj', '.cpg', '.sbn', '.sbx', '.qix']);

/**
 * Parts what was put in at once into what is imported at once: the parts of a Shapefile together, files
 * of one source together, and each list of shelters alone, for a list replaces only its own former state.
 */
export async function recogniseFiles(paths: readonly string[]): Promise<RecognisedFiles[]> {
  const together: { files: string[]; candidates: readonly ImportSource[] }[] = [];
  for (const unit of unitsOf(paths)) {
    const candidates = await recogniseSources(unit);
    const [source] = candidates;
    const known = together.find(
      (group) =>
        source !== undefined &&
        group.candidates[0] === source &&
        SOURCES[source].kind !== 'shelters',
    );
    if (known === undefined) together.push({ files: [...unit], candidates });
    else known.files.push(...unit);
  }
  return together;
}

/** A file alone, or a .shp with the parts of its name. */
function unitsOf(paths: readonly string[]): string[][] {
  const units = new Map<string, string[]>();
  for (const path of paths) {
    const isPart = SHAPEFILE_PARTS.has(extension(path)) || /\.shp\.xml$/i.test(path);
    const key = isPart ? `${stem(baseName(path).replace(/\.xml$/i, ''))}.shp` : path;
    units.set(key, [...(units.get(key) ?? []), path]);
  }
  return [...units.values()];
}
