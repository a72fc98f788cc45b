import type { PolygonCoordinates } from '#domain/geo/position';
import type { ImportItem, ImportReason, OpenedSource } from '#geodata/item';
import { areaKeys, creditOf, hasNameAttribute, readAreaName } from '#geodata/mappers/district-name';
import { DISTRICT_REASONS } from '#geodata/mappers/district-reasons';
import { comparable } from '#geodata/mappers/roster-text';
import type { NamedArea } from '#geodata/source-definition';
import { findKsjDate } from '#geodata/steps/ksj-metadata';
import { type LayersLayout, openLayerInputs, readLayers } from '#geodata/steps/read-layers';
import { FeatureFindings, type SourceFeature } from '#geodata/steps/source-feature';
import { toMultiPolygon } from '#geodata/steps/to-multi-polygon';
import { readAreaDistricts } from './area-districts.ts';
import type { SourceOptions } from './source-options.ts';

/** A district as far as it was read. */
interface Growing {
  readonly recordNumber: number;
  readonly name: string;
  readonly polygons: PolygonCoordinates[];
  readonly repairs: Set<ImportReason>;
}

/**
 * Districts, or the boundary of a municipality: polygons with a name from GeoJSON or Shapefile, those of
 * one name in one geometry (they may share edges: unite them before use). Small areas (e-Stat) are
 * grouped by a CSV of areas and districts. A record is a *district*: its further polygons are skipped
 * items that say so. All are held until the end, for the polygons of one may stand anywhere.
 */
export function openDistricts(
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<NamedArea> {
  const findings = new FeatureFindings();
  const credits = new Set<string>();
  return {
    items: readDistricts(files, options, findings, credits),
    metadata: () => ({
      asOf: options.asOf ?? findings.asOf,
      encoding: [...findings.encodings].join(', ') || null,
      crs: [...findings.crsLabels].join(', ') || null,
      credit: [...credits].join(' / ') || null,
      licence: null,
      notes: [...findings.notes],
    }),
  };
}

function layoutOf({ nameAttribute }: SourceOptions): LayersLayout {
  return {
    expected: {
      ja: `名前の属性(${nameAttribute ?? 'name、district、N03_004、S_NAME など'})がある面の GeoJSON または Shapefile`,
      en: `GeoJSON or Shapefile of polygons with a name (${nameAttribute ?? 'name, district, N03_004, S_NAME …'})`,
    },
    isLayout: (properties) => hasNameAttribute(properties, nameAttribute),
  };
}

async function* readDistricts(
  paths: readonly string[],
  options: SourceOptions,
  findings: FeatureFindings,
  credits: Set<string>,
): AsyncGenerator<ImportItem<NamedArea>> {
  const { areaDistricts } = options;
  const districtOfArea =
    areaDistricts === undefined ? null : await readAreaDistricts(areaDistricts);
  const districts = new Map<string, Growing>();
  const inputs = await openLayerInputs(paths);
  try {
    findings.asOf = await findKsjDate(inputs.files);
    for await (const feature of readLayers(inputs.files, layoutOf(options), options, findings)) {
      const credit = creditOf(feature.properties);
      if (credit !== null) credits.add(credit);
      const item = collect(feature, options, districtOfArea, districts);
      if (item !== null) yield item;
    }
  } finally {
    inputs.close();
  }
  for (const district of districts.values()) yield toItem(district);
}

/** Adds a feature to its district; an item where that is not all to be said of it. */
function collect(
  feature: SourceFeature,
  { nameAttribute }: SourceOptions,
  districtOfArea: ReadonlyMap<string, string> | null,
  districts: Map<string, Growing>,
): ImportItem<NamedArea> | null {
  const { recordNumber, properties } = feature;
  const rejected = (reason: ImportReason): ImportItem<NamedArea> => ({
    outcome: 'rejected',
    recordNumber,
    reason,
    raw: feature.raw(),
  });
  if (feature.defect !== null) return rejected(feature.defect);
  const area = toMultiPolygon(feature.geometry, feature.crs);
  if (area.kind === 'not-area') return { outcome: 'skipped', recordNumber, reason: area.reason };
  if (area.kind === 'unusable') return rejected(area.reason);
  const areaName = readAreaName(properties, nameAttribute);
  const keys = areaKeys(properties, areaName);
  const name =
    districtOfArea === null
      ? areaName
      : (keys.map((key) => districtOfArea.get(comparable(key))).find((found) => found) ?? null);
  if (name === null)
    return rejected(
      districtOfArea === null || keys[0] === undefined
        ? DISTRICT_REASONS.nameMissing
        : DISTRICT_REASONS.withoutDistrict(keys[0]),
    );
  const known = districts.get(name);
  if (known === undefined) {
    const polygons = [...area.geometry.coordinates];
    districts.set(name, { recordNumber, name, polygons, repairs: new Set(area.repairs) });
    return null;
  }
  known.polygons.push(...area.geometry.coordinates);
  for (const repair of area.repairs) known.repairs.add(repair);
  return { outcome: 'skipped', recordNumber, reason: DISTRICT_REASONS.merged(known.recordNumber) };
}

function toItem({ recordNumber, name, polygons, repairs }: Growing): ImportItem<NamedArea> {
  const value: NamedArea = { name, geometry: { type: 'MultiPolygon', coordinates: polygons } };
  return repairs.size === 0
    ? { outcome: 'accepted', recordNumber, value }
    : { outcome: 'repaired', recordNumber, value, repairs: [...repairs] };
}
