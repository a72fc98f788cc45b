import type { ImportSource } from '#contract/dataset';
import { UnknownLayoutError } from './item.ts';
import type { SourceDefinition } from './source-definition.ts';
import { openConsents } from './sources/consents.ts';
import { openDistricts } from './sources/districts.ts';
import { openGazetteer } from './sources/gazetteer.ts';
import { isGsiRoads, openGsiRoads } from './sources/gsi-roads.ts';
import { openGsiShelters } from './sources/gsi-shelters.ts';
import { openKsjA33 } from './sources/ksj-a33.ts';
import { isOsm, openOsm } from './sources/osm.ts';
import { openRoster } from './sources/roster.ts';
import { isRosterHeader, readRosterRows } from './sources/roster-rows.ts';
import { openStandardShelters } from './sources/standard-shelters.ts';
import { openWelfareShelters } from './sources/welfare-shelters.ts';

export type { NamedArea, SourceDefinition } from './source-definition.ts';
export type { SourceOptions } from './sources/source-options.ts';

/** Every source that can be imported: the one list that commands, uploads and screens are made from. */
export const SOURCES: { readonly [S in ImportSource]: SourceDefinition<S> } = {
  'ksj-a33': {
    source: 'ksj-a33',
    kind: 'zones',
    labels: {
      ja: '土砂災害警戒区域(国土数値情報 A33)',
      en: 'Landslide warning areas (KSJ A33)',
    },
    expects: {
      ja: 'GeoJSON・Shapefile・GML、またはダウンロードした ZIP',
      en: 'GeoJSON, Shapefile, GML, or the ZIP as downloaded',
    },
    recognise: (files) => canRead(openKsjA33(files).items),
    open: openKsjA33,
  },
  'gsi-shelters': {
    source: 'gsi-shelters',
    kind: 'shelters',
    labels: {
      ja: '指定緊急避難場所・指定避難所(国土地理院)',
      en: 'Emergency evacuation sites and shelters (GSI)',
    },
    expects: {
      ja: '国土地理院の CSV または GeoJSON',
      en: 'GSI’s CSV or GeoJSON',
    },
    recognise: (files) => canRead(openGsiShelters(files).items),
    open: openGsiShelters,
  },
  'standard-shelters': {
    source: 'standard-shelters',
    kind: 'shelters',
    labels: {
      ja: '指定緊急避難場所一覧(自治体標準オープンデータ)',
      en: 'Emergency evacuation sites (municipal standard open data)',
    },
    expects: { ja: '標準の列名の CSV', en: 'CSV with the standard columns' },
    recognise: (files) => canRead(openStandardShelters(files).items),
    open: openStandardShelters,
  },
  'welfare-shelters': {
    source: 'welfare-shelters',
    kind: 'shelters',
    labels: { ja: '福祉避難所', en: 'Welfare shelters' },
    expects: { ja: 'ひな形の列名の CSV', en: 'CSV by the template' },
    recognise: (files) => canRead(openWelfareShelters(files).items),
    open: openWelfareShelters,
  },
  districts: {
    source: 'districts',
    kind: 'districts',
    labels: { ja: '地区・市区町村の境界', en: 'Districts, boundary of the municipality' },
    expects: {
      ja: '名前のある面の GeoJSON・Shapefile(N03、e-Stat 小地域など)',
      en: 'GeoJSON or Shapefile of named polygons (N03, e-Stat small areas …)',
    },
    recognise: (files) => canRead(openDistricts(files).items),
    open: openDistricts,
  },
  gazetteer: {
    source: 'gazetteer',
    kind: 'gazetteer',
    labels: { ja: '住所の位置(位置参照情報など)', en: 'Places of addresses (gazetteer)' },
    expects: {
      ja: '位置参照情報の CSV、または町名の一覧 JSON',
      en: '位置参照情報 CSV or a JSON list of towns',
    },
    recognise: (files) => canRead(openGazetteer(files).items),
    open: openGazetteer,
  },
  osm: {
    source: 'osm',
    kind: 'roads',
    labels: { ja: '道路(OpenStreetMap)', en: 'Roads (OpenStreetMap)' },
    expects: { ja: '.osm.pbf または .osm(XML)', en: '.osm.pbf or .osm (XML)' },
    // Items come when the whole file was read.
    recognise: isOsm,
    open: openOsm,
  },
  'gsi-roads': {
    source: 'gsi-roads',
    kind: 'roads',
    labels: { ja: '道路中心線(国土地理院)', en: 'Road centre lines (GSI)' },
    expects: {
      ja: '属性 rdCtg と rnkWidth のある GeoJSON・Shapefile',
      en: 'GeoJSON or Shapefile with the attributes rdCtg and rnkWidth',
    },
    recognise: isGsiRoads,
    open: openGsiRoads,
  },
  roster: {
    source: 'roster',
    kind: 'roster',
    labels: { ja: '避難行動要支援者名簿', en: 'Roster of people who need support' },
    expects: { ja: 'CSV または Excel(.xlsx)', en: 'CSV or Excel (.xlsx)' },
    recognise: isRoster,
    open: openRoster,
  },
  consents: {
    source: 'consents',
    kind: 'consents',
    labels: { ja: '情報の提供についての同意', en: 'Consents to data being given' },
    expects: { ja: 'ひな形の列名の CSV', en: 'CSV by the template' },
    recognise: (files) => canRead(openConsents(files).items),
    open: openConsents,
  },
};

/** Sources that the files can be read as, by their content. */
export async function recogniseSources(files: readonly string[]): Promise<ImportSource[]> {
  const found: ImportSource[] = [];
  for (const { source, recognise } of Object.values(SOURCES))
    if (await recognise(files)) found.push(source);
  // Zones have names too, but no one wants them as districts.
  // A list of consents may have names beside the numbers, like a roster.
  const isOfConsents = found.includes('consents');
  return found.filter(
    (source) =>
      !(source === 'districts' && found.length > 1) && !(source === 'roster' && isOfConsents),
  );
}

/** Whether files are read up to a first item without meeting an unknown layout. */
async function canRead(items: AsyncIterable<unknown>): Promise<boolean> {
  try {
    for await (const _ of items) return true;
    return false;
  } catch (error) {
    if (error instanceof UnknownLayoutError) return false;
    throw error;
  }
}

/** A roster yields its persons last, so its headers are asked instead. */
async function isRoster(files: readonly string[]): Promise<boolean> {
  for (const file of files) if (!(await hasRosterHeader(file))) return false;
  return files.length > 0;
}

async function hasRosterHeader(file: string): Promise<boolean> {
  try {
    for await (const { record } of readRosterRows(file, {}))
      return isRosterHeader(Object.keys(record), undefined);
    return false;
  } catch (error) {
    if (error instanceof UnknownLayoutError) return false;
    throw error;
  }
}
