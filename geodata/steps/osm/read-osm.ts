import { FOUND } from '#geodata/found';
import { UnknownLayoutError } from '#geodata/item';
import { baseName, type InputFile, readStart } from '#geodata/steps/input-file';
import { EXPECTED_OSM, type OsmHeader, type OsmVisitor } from './osm-visitor.ts';
import { isPbfStart, readPbf } from './read-pbf.ts';
import { readOsmXml } from './read-xml.ts';

/**
 * Tells a visitor the elements of a file in either format.
 *
 * @throws UnknownLayoutError where it is neither, or not whole.
 */
export async function readOsm(
  file: InputFile,
  visitor: OsmVisitor,
  onBytes?: (bytes: number) => void,
): Promise<OsmHeader> {
  const format = await sniffOsm(file);
  if (format === 'PBF') return readPbf(file, visitor, onBytes);
  if (format === 'XML') return readOsmXml(file, visitor, onBytes);
  const start = await readStart(file, 1);
  throw new UnknownLayoutError(
    EXPECTED_OSM,
    start.length === 0 ? FOUND.emptyFile : baseName(file.name),
  );
}

/** Format by the first bytes; null where it is neither. */
export async function sniffOsm(file: InputFile): Promise<'PBF' | 'XML' | null> {
  const start = await readStart(file, 4096);
  if (isPbfStart(start)) return 'PBF';
  const text = start
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return text.startsWith('<') && /<osm(?:Change)?[\s>]/.test(text) ? 'XML' : null;
}
