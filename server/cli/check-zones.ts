import { type ZoneIndex, ZoneIndexBuilder } from '#domain/hazard/zone-index';
import type { ImportReason, SourceMetadata } from '#geodata/item';
import { SOURCES } from '#geodata/registry';

/** Zones of files, laid out for the check. */
export interface CheckZones {
  readonly index: ZoneIndex;
  /** Records that could not be read: what lies in them is missing from the check. */
  readonly rejected: readonly { readonly recordNumber: number; readonly reason: ImportReason }[];
  readonly metadata: SourceMetadata;
}

/**
 * Reads KSJ A33 files (GeoJSON, Shapefile, GML or the ZIP as downloaded); a zone that is in several of
 * them counts once.
 *
 * @throws UnknownLayoutError, or the error of the file system
 */
export async function readCheckZones(files: readonly string[]): Promise<CheckZones> {
  const source = SOURCES['ksj-a33'].open([...files], {});
  const builder = new ZoneIndexBuilder();
  const rejected: { recordNumber: number; reason: ImportReason }[] = [];
  for await (const item of source.items) {
    if (item.outcome === 'accepted' || item.outcome === 'repaired') builder.add(item.value);
    else if (item.outcome === 'rejected')
      rejected.push({ recordNumber: item.recordNumber, reason: item.reason });
  }
  return { index: builder.finish(), rejected, metadata: source.metadata() };
}
