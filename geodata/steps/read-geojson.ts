import { FOUND } from '#geodata/found';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import { type Crs, crsByName, JGD2011, planeZoneCrs } from './crs.ts';
import { GEOMETRY_REASONS } from './geometry-reasons.ts';
import { type InputFile, readBytes } from './input-file.ts';
import type { FeatureFindings, FeatureOptions, SourceFeature } from './source-feature.ts';
import { BrokenJsonError, splitJson } from './split-json.ts';

const EXPECTED: Bilingual = {
  ja: '途中で切れていない GeoJSON の FeatureCollection',
  en: 'a complete GeoJSON FeatureCollection',
};
const EXPECTED_CRS: Bilingual = {
  ja: '座標系が JGD2011・JGD2000・WGS 84 の経緯度か平面直角座標系の GeoJSON',
  en: 'GeoJSON in longitude and latitude of JGD2011, JGD2000 or WGS 84, or in a plane rectangular zone',
};

/**
 * Features of a GeoJSON file, streamed. A `crs` member may stand behind the features, so it is looked
 * for first; without one the coordinates are JGD2011.
 *
 * @throws UnknownLayoutError where the file is no complete FeatureCollection or its system is unknown.
 */
export async function* readGeoJson(
  file: InputFile,
  options: FeatureOptions,
  findings: FeatureFindings,
): AsyncGenerator<SourceFeature> {
  const crs = await findCrs(file, options);
  findings.add(crs, 'UTF-8');
  let recordNumber = 0;
  let hasFeatures = false;
  try {
    for await (const { kind, text } of splitJson(readBytes(file, options.onBytes), 'features')) {
      if (kind === 'member') {
        if (isCollectionMember(text)) hasFeatures = true;
        const name = /^\s*"name"/.test(text) ? parseObject(`{${text}}`)?.name : null;
        if (typeof name === 'string') findings.names.add(name);
        continue;
      }
      hasFeatures = true;
      recordNumber += 1;
      yield toFeature(text, recordNumber, crs);
    }
  } catch (error) {
    if (error instanceof BrokenJsonError) throw new UnknownLayoutError(EXPECTED, error.reason);
    throw error;
  }
  if (!hasFeatures) throw new UnknownLayoutError(EXPECTED, FOUND.noFeatureList);
}

function isCollectionMember(text: string): boolean {
  return /^\s*"type"\s*:\s*"FeatureCollection"\s*$/.test(text);
}

function toFeature(text: string, recordNumber: number, crs: Crs): SourceFeature {
  const feature = parseObject(text);
  return {
    recordNumber,
    properties: asRecord(feature?.properties) ?? {},
    geometry: feature?.geometry,
    crs,
    defect: feature === null ? GEOMETRY_REASONS.brokenRecord : null,
    raw: () => text.trim(),
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

async function findCrs(file: InputFile, { planeZone }: FeatureOptions): Promise<Crs> {
  if (planeZone !== undefined) return planeZoneCrs(planeZone);
  const name = await findCrsName(file);
  if (name === null) return JGD2011;
  const crs = crsByName(name);
  if (crs === null) throw new UnknownLayoutError(EXPECTED_CRS, name);
  return crs;
}

async function findCrsName(file: InputFile): Promise<string | null> {
  // Most files have none, and this look is many times faster than cutting the text.
  if (!(await holdsText(file, '"crs"'))) return null;
  try {
    for await (const { kind, text } of splitJson(readBytes(file), 'features')) {
      if (kind !== 'member' || !/^\s*"crs"/.test(text)) continue;
      const crs = asRecord(parseObject(`{${text}}`)?.crs);
      const name = asRecord(crs?.properties)?.name;
      return typeof name === 'string' ? name : null;
    }
  } catch (error) {
    // The reading that follows meets the same break and says so.
    if (!(error instanceof BrokenJsonError)) throw error;
  }
  return null;
}

async function holdsText(file: InputFile, text: string): Promise<boolean> {
  let end = Buffer.alloc(0);
  for await (const chunk of readBytes(file)) {
    if (Buffer.concat([end, chunk]).includes(text)) return true;
    end = Buffer.from(chunk.subarray(-(text.length - 1)));
  }
  return false;
}
