import type { HazardZone } from '#domain/hazard/zone';
import type { ImportItem, ImportReason, OpenedSource } from '#geodata/item';
import { codeOf, readZoneAttributes } from '#geodata/mappers/zone-attributes';
import { zoneId } from '#geodata/mappers/zone-id';
import { ZONE_REASONS } from '#geodata/mappers/zone-reasons';
import { touches } from '#geodata/steps/clip';
import { findKsjDate } from '#geodata/steps/ksj-metadata';
import { type LayersLayout, openLayerInputs, readLayers } from '#geodata/steps/read-layers';
import { FeatureFindings, type SourceFeature } from '#geodata/steps/source-feature';
import { toMultiPolygon } from '#geodata/steps/to-multi-polygon';
import { readA33Gml } from './ksj-a33-gml.ts';
import type { SourceOptions } from './source-options.ts';
import { SwapGuard } from './swap-guard.ts';

const LAYOUT: LayersLayout = {
  expected: {
    ja: '国土数値情報 土砂災害警戒区域(A33)の GeoJSON・Shapefile・GML、またはダウンロードした ZIP(属性 A33_001〜A33_008)',
    en: 'KSJ A33 landslide warning areas as GeoJSON, Shapefile or GML, or the ZIP as downloaded (attributes A33_001 to A33_008)',
  },
  isLayout: (properties) => 'A33_001' in properties && 'A33_002' in properties,
  readGml: readA33Gml,
};

/**
 * Hazard zones (国土数値情報 土砂災害警戒区域データ, A33). Coordinates become `[lng, lat]` of JGD2011;
 * rings that cross themselves come as read. Memory: one feature at a time, and some 150 bytes a zone to
 * know duplicates and to watch that the codes are not swapped.
 *
 * @throws UnknownLayoutError while the items are read, at the end of them where the codes are swapped.
 */
export function openKsjA33(
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<HazardZone> {
  const findings = new FeatureFindings();
  return {
    items: readZones(files, options, findings),
    metadata: () => ({
      asOf: options.asOf ?? findings.asOf,
      encoding: [...findings.encodings].join(', ') || null,
      crs: [...findings.crsLabels].join(', ') || null,
      credit: '国土数値情報(土砂災害警戒区域データ)国土交通省 を加工して作成',
      licence: null,
      notes: [...findings.notes],
    }),
  };
}

async function* readZones(
  paths: readonly string[],
  options: SourceOptions,
  findings: FeatureFindings,
): AsyncGenerator<ImportItem<HazardZone>> {
  const inputs = await openLayerInputs(paths);
  try {
    findings.asOf = await findKsjDate(inputs.files);
    const guard = new SwapGuard();
    const seen = new Set<string>();
    const isInClip = options.clip === undefined ? () => true : touches(options.clip);
    for await (const feature of readLayers(inputs.files, LAYOUT, options, findings)) {
      const item = toItem(feature, guard);
      if (item.outcome === 'rejected' || item.outcome === 'skipped') yield item;
      else {
        const { recordNumber, value } = item;
        if (seen.has(value.id))
          yield { outcome: 'skipped', recordNumber, reason: ZONE_REASONS.duplicate };
        else if (!isInClip(value.geometry))
          yield { outcome: 'skipped', recordNumber, reason: ZONE_REASONS.outsideClip };
        else yield item;
        seen.add(value.id);
      }
    }
    for (const note of guard.conclude()) findings.note(note);
    if (options.asOf == null && findings.asOf === null)
      noteEdition([...inputs.files.map(({ name }) => name), ...findings.names], findings);
  } finally {
    inputs.close();
  }
}

/** Without the package's metadata all that is known is the edition in a name: `A33-22_33Polygon`. */
function noteEdition(names: readonly string[], findings: FeatureFindings): void {
  const year = names.flatMap((name) => /\bA33-(\d{2})(?!\d)/.exec(name)?.[1] ?? []).at(0);
  if (year !== undefined)
    findings.note({
      ja: `時点の日付はファイルにありません。名前からは 20${year} 年版です`,
      en: `The files do not say what date they stand for; by their name they are the edition of 20${year}`,
    });
}

function toItem(feature: SourceFeature, guard: SwapGuard): ImportItem<HazardZone> {
  const { recordNumber, properties } = feature;
  const rejected = (reason: ImportReason): ImportItem<HazardZone> => ({
    outcome: 'rejected',
    recordNumber,
    reason,
    raw: feature.raw(),
  });
  if (feature.defect !== null) return rejected(feature.defect);
  const area = toMultiPolygon(feature.geometry, feature.crs);
  if (area.kind === 'not-area')
    return { outcome: 'skipped', recordNumber, reason: ZONE_REASONS.line };
  if (area.kind === 'unusable') return rejected(area.reason);
  guard.add(codeOf(properties.A33_001), codeOf(properties.A33_002), area.geometry);
  const read = readZoneAttributes(properties);
  if (read.kind === 'unusable') return rejected(read.reason);
  const zone = { ...read.attributes, geometry: area.geometry };
  const value: HazardZone = { id: zoneId(zone), ...zone };
  const repairs = [...area.repairs, ...read.repairs];
  return repairs.length === 0
    ? { outcome: 'accepted', recordNumber, value }
    : { outcome: 'repaired', recordNumber, value, repairs };
}
