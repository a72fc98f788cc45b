import { createHash } from 'node:crypto';
import type { Position } from '#domain/geo/position';
import type { Road } from '#domain/road/road';
import {
  type ImportItem,
  type ImportReason,
  type OpenedSource,
  UnknownLayoutError,
} from '#geodata/item';
import { gsiProperties, isGsiRoad, readGsiRoad } from '#geodata/mappers/gsi-road-attributes';
import { ROAD_REASONS } from '#geodata/mappers/road-reasons';
import type { RoadAttributes, RoadRecord } from '#geodata/mappers/road-record';
import { addElevation } from '#geodata/steps/add-elevation';
import { type LinePart, toLines } from '#geodata/steps/line-parts';
import { nearBox } from '#geodata/steps/near-box';
import { type LayersLayout, openLayerInputs, readLayers } from '#geodata/steps/read-layers';
import { halved } from '#geodata/steps/read-twice';
import { junctionAt, SharedVertices } from '#geodata/steps/shared-vertices';
import { FeatureFindings, type SourceFeature } from '#geodata/steps/source-feature';
import type { SourceOptions } from './source-options.ts';

const LAYOUT: LayersLayout = {
  expected: {
    ja: '国土地理院の道路中心線の GeoJSON・Shapefile(属性 rdCtg と rnkWidth、または vt_rdctg と vt_rnkwidth)',
    en: 'GSI road centre lines as GeoJSON or Shapefile (attributes rdCtg and rnkWidth, or vt_rdctg and vt_rnkwidth)',
  },
  isLayout: isGsiRoad,
};

/**
 * Road centre lines of GSI (道路中心線), joined where their coordinates meet (to about 0.1 m) and cut
 * where one ends on another. The files are read twice: for where lines meet, then for the roads.
 * Memory: some 30 bytes a vertex, and one feature at a time.
 *
 * @throws UnknownLayoutError while the items are read, before the first.
 */
export function openGsiRoads(
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<RoadRecord> {
  const findings = new FeatureFindings();
  return {
    items: addElevation(readRoads(files, options, findings), options.elevationTiles),
    metadata: () => ({
      asOf: options.asOf ?? findings.asOf,
      encoding: [...findings.encodings].join(', ') || null,
      crs: [...findings.crsLabels].join(', ') || null,
      credit: '国土地理院 道路中心線 を加工して作成',
      licence: null,
      notes: [...findings.notes],
    }),
  };
}

/** Whether the first feature is a centre line: the items come when all of the files were read once. */
export async function isGsiRoads(paths: readonly string[]): Promise<boolean> {
  const inputs = await openLayerInputs(paths);
  try {
    for await (const _ of readLayers(inputs.files, LAYOUT, {}, new FeatureFindings())) return true;
    return false;
  } catch (error) {
    if (error instanceof UnknownLayoutError) return false;
    throw error;
  } finally {
    inputs.close();
  }
}

async function* readRoads(
  paths: readonly string[],
  options: SourceOptions,
  findings: FeatureFindings,
): AsyncGenerator<ImportItem<RoadRecord>> {
  const inputs = await openLayerInputs(paths);
  try {
    const said = { ...options, onBytes: halved(options.onBytes) };
    const vertices = await findMeetings(inputs.files, said, findings);
    const isNear = options.clip === undefined ? () => true : nearBox(options.clip);
    const seen = new Map<string, RoadAttributes>();
    for await (const feature of readLayers(inputs.files, LAYOUT, said, findings))
      yield toItem(feature, vertices, seen, isNear);
  } finally {
    inputs.close();
  }
}

async function findMeetings(
  files: Parameters<typeof readLayers>[0],
  options: SourceOptions,
  findings: FeatureFindings,
): Promise<SharedVertices> {
  const vertices = new SharedVertices();
  // Tiles overlap: a line that comes twice must not be cut at each of its vertices.
  const seen = new Set<string>();
  for await (const feature of readLayers(files, LAYOUT, options, findings)) {
    const lines = feature.defect === null ? toLines(feature.geometry, feature.crs) : null;
    const reading = readGsiRoad(gsiProperties(feature.properties));
    if (lines?.kind !== 'lines' || reading.kind !== 'road') continue;
    const isStructure = reading.attributes.isBridge || reading.attributes.isTunnel;
    for (const { line } of lines.parts) {
      const id = idOf(line);
      if (!seen.has(id)) vertices.add(line, isStructure);
      seen.add(id);
    }
  }
  return vertices;
}

function toItem(
  feature: SourceFeature,
  vertices: SharedVertices,
  seen: Map<string, RoadAttributes>,
  isNear: (line: readonly Position[]) => boolean,
): ImportItem<RoadRecord> {
  const { recordNumber, properties, geometry, crs, defect } = feature;
  const rejected = (reason: ImportReason): ImportItem<RoadRecord> => ({
    outcome: 'rejected',
    recordNumber,
    reason,
    raw: feature.raw(),
  });
  const skipped = (reason: ImportReason): ImportItem<RoadRecord> => ({
    outcome: 'skipped',
    recordNumber,
    reason,
  });
  if (defect !== null) return rejected(defect);
  const lines = toLines(geometry, crs);
  if (lines.kind === 'not-line') return skipped(lines.reason);
  if (lines.kind === 'unusable') return rejected(lines.reason);
  const reading = readGsiRoad(gsiProperties(properties));
  if (reading.kind === 'left-out') return skipped(reading.reason);
  const { attributes } = reading;
  const id = idOf(lines.parts.flatMap(({ line }) => line));
  const known = seen.get(id);
  if (known !== undefined)
    return JSON.stringify(known) === JSON.stringify(attributes)
      ? skipped(ROAD_REASONS.repeated)
      : rejected(ROAD_REASONS.duplicate);
  seen.set(id, attributes);
  if (!lines.parts.some(({ line }) => isNear(line))) return skipped(ROAD_REASONS.outsideClip);
  const isStructure = attributes.isBridge || attributes.isTunnel;
  const pieces = isStructure
    ? lines.parts
    : lines.parts.flatMap((part) => [...cutAtMeetings(part, vertices)]);
  const roads = pieces.map(
    ({ line, elevationsMeters }, at): Road => ({
      id: `${id}/${at}`,
      ends: [junctionAt(line[0]!), junctionAt(line.at(-1)!)],
      line,
      elevationsMeters,
      ...attributes,
    }),
  );
  const value: RoadRecord = { kind: 'way', id, roads };
  return lines.repairs.length === 0
    ? { outcome: 'accepted', recordNumber, value }
    : { outcome: 'repaired', recordNumber, value, repairs: lines.repairs };
}

/** The same wherever the line stands in the file, for its numbers there do not last. */
function idOf(line: readonly Position[]): string {
  const hash = createHash('sha256').update(new Float64Array(line.flat()));
  return `line/${hash.digest('hex').slice(0, 16)}`;
}

function* cutAtMeetings(
  { line, elevationsMeters }: LinePart,
  vertices: SharedVertices,
): Generator<LinePart> {
  let start = 0;
  for (let end = 1; end < line.length; end += 1) {
    if (end < line.length - 1 && !vertices.isShared(line[end]!)) continue;
    yield {
      line: line.slice(start, end + 1),
      elevationsMeters: elevationsMeters?.slice(start, end + 1) ?? null,
    };
    start = end;
  }
}
