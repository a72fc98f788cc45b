import type { DatasetKind, ImportSource } from '#contract/dataset';
import type { ConsentRecord } from '#domain/access/consent-record';
import type { MultiPolygon } from '#domain/geo/position';
import type { HazardZone } from '#domain/hazard/zone';
import type { RosterEntry } from '#domain/resident/roster-entry';
import type { ShelterEntry } from '#domain/shelter/shelter';
import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import type { RoadRecord } from '#geodata/mappers/road-record';
import type { SourceOptions } from '#geodata/sources/source-options';
import type { Bilingual, OpenedSource } from './item.ts';

/** A district or the area of a municipality: all polygons of one name in one geometry. */
export interface NamedArea {
  readonly name: string;
  readonly geometry: MultiPolygon;
}

/** What each source yields. */
export interface SourceValues {
  readonly 'ksj-a33': HazardZone;
  readonly 'gsi-shelters': ShelterEntry;
  readonly 'standard-shelters': ShelterEntry;
  readonly 'welfare-shelters': ShelterEntry;
  readonly districts: NamedArea;
  readonly gazetteer: GazetteerEntry;
  readonly osm: RoadRecord;
  readonly 'gsi-roads': RoadRecord;
  readonly roster: RosterEntry;
  readonly consents: ConsentRecord;
}

/** One source of data: how to know its files and how to read them. */
export interface SourceDefinition<S extends ImportSource = ImportSource> {
  readonly source: S;
  /** Kind of its datasets; areas may be loaded as `boundary` too. */
  readonly kind: DatasetKind;
  readonly labels: Bilingual;
  /** What files it takes, for help texts. */
  readonly expects: Bilingual;
  /** Whether the files, by their content and not their names, are of this source. */
  recognise(files: readonly string[]): Promise<boolean>;
  /**
   * Opens files; nothing is read before the items are.
   *
   * @throws UnknownLayoutError while the items are read, where the files are of another layout.
   */
  open(files: readonly string[], options?: SourceOptions): OpenedSource<SourceValues[S]>;
}
