import type { DatasetKind, ImportSource } from '#contract/dataset';
import type { ImportItem, OpenedSource } from '#geodata/item';
import { SOURCES, type SourceOptions } from '#geodata/registry';
import { readDataVersions } from '../../db/queries/data-versions.ts';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import type { ServiceContext } from '../context.ts';
import { areaHandler } from './area-handler.ts';
import { consentsHandler } from './consents-handler.ts';
import type { DatasetHandler } from './dataset-handler.ts';
import { gazetteerHandler } from './gazetteer-handler.ts';
import { loadGeocoder } from './geocode-people.ts';
import { roadHandler } from './road-handler.ts';
import { rosterHandler } from './roster-handler.ts';
import { shelterHandler } from './shelter-handler.ts';
import { zoneHandler } from './zone-handler.ts';

/** A reader with the handler of what it reads: `use` gets the two with their types agreeing. */
export interface OpenedImport {
  readonly metadata: OpenedSource<unknown>['metadata'];
  use<T>(
    work: <V>(items: AsyncIterable<ImportItem<V>>, handler: DatasetHandler<V>) => Promise<T>,
  ): Promise<T>;
  readonly handler: Omit<DatasetHandler<never>, 'stage' | 'keyOf' | 'weightOf'>;
}

export function kindOf(source: ImportSource, isBoundary: boolean): DatasetKind {
  return source === 'districts' && isBoundary ? 'boundary' : SOURCES[source].kind;
}

export async function openImport(
  context: ServiceContext,
  key: DatasetKey,
  source: ImportSource,
  kind: DatasetKind,
  files: readonly string[],
  names: readonly string[],
  options: SourceOptions,
  scope: string | undefined,
): Promise<OpenedImport> {
  switch (source) {
    case 'ksj-a33':
      return pair(SOURCES[source].open(files, options), zoneHandler(key));
    case 'districts':
      return pair(
        SOURCES[source].open(files, options),
        areaHandler(key, kind === 'boundary' ? 'boundary' : 'districts'),
      );
    case 'gazetteer':
      return pair(SOURCES[source].open(files, options), gazetteerHandler(key));
    case 'osm':
    case 'gsi-roads':
      return pair(SOURCES[source].open(files, options), roadHandler(key, source));
    case 'roster': {
      // Read before the entries: what changes meanwhile has people placed once more.
      const { gazetteer } = await readDataVersions(context.database, key.municipalityCode);
      const geocode = await loadGeocoder(context, key.municipalityCode);
      const said = { name: names.join(', '), asOf: options.asOf ?? null };
      return pair(
        SOURCES[source].open(files, options),
        rosterHandler(key, geocode, gazetteer, said),
      );
    }
    case 'consents':
      return pair(
        SOURCES[source].open(files, options),
        consentsHandler(key, context.actor, context.today),
      );
    default:
      return pair(SOURCES[source].open(files, options), shelterHandler(key, source, scope));
  }
}

function pair<V>(opened: OpenedSource<V>, handler: DatasetHandler<V>): OpenedImport {
  return {
    metadata: () => opened.metadata(),
    use: (work) => work(opened.items, handler),
    handler,
  };
}
