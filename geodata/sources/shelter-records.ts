import { open } from 'node:fs/promises';
import type { ImportReason } from '#geodata/item';
import { fileOnDisk } from '#geodata/steps/open-inputs';
import { readCsv } from '#geodata/steps/read-csv';
import { readGeoJson } from '#geodata/steps/read-geojson';
import { FeatureFindings, type SourceFeature } from '#geodata/steps/source-feature';
import type { SourceOptions } from './source-options.ts';

/** A row of a CSV, or a point feature of a GeoJSON with its coordinates as 緯度 and 経度. */
export interface ListRecord {
  readonly recordNumber: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly defect: ImportReason | null;
  readonly remarks: readonly ImportReason[];
  raw(): string;
}

/** What was found out about the files. */
export interface ListFindings {
  readonly encodings: Set<string>;
  readonly crs: Set<string>;
}

export async function* readListRecords(
  path: string,
  options: SourceOptions,
  isHeader: (headers: readonly string[]) => boolean,
  findings: ListFindings,
): AsyncGenerator<ListRecord> {
  const { encoding, onBytes } = options;
  if (await startsWithBrace(path)) {
    const found = new FeatureFindings();
    for await (const feature of readGeoJson(fileOnDisk(path), options, found))
      yield fromFeature(feature);
    for (const label of found.crsLabels) findings.crs.add(label);
    findings.encodings.add('UTF-8');
    return;
  }
  const onFound = (found: { encoding: string }): void => {
    findings.encodings.add(found.encoding);
  };
  for await (const row of readCsv(path, { encoding, onBytes, isHeader, onFound }))
    yield {
      recordNumber: row.line,
      cells: row.record,
      defect: row.defect,
      remarks: row.remarks,
      raw: () => row.raw,
    };
}

function fromFeature(feature: SourceFeature): ListRecord {
  const { recordNumber, properties, defect } = feature;
  return {
    recordNumber,
    cells: { ...properties, ...pointCells(feature) },
    defect,
    remarks: [],
    raw: () => feature.raw(),
  };
}

function pointCells({ geometry, crs }: SourceFeature): Readonly<Record<string, number>> {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return {};
  const { coordinates } = geometry;
  if (!Array.isArray(coordinates)) return {};
  const [first, second] = coordinates as readonly unknown[];
  if (typeof first !== 'number' || typeof second !== 'number') return {};
  const [lng, lat] = crs.toLngLat(first, second);
  return { 緯度: lat, 経度: lng };
}

async function startsWithBrace(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const text = buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/u, '');
    return text.trimStart().startsWith('{');
  } finally {
    await file.close();
  }
}
