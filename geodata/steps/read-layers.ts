import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FOUND } from '#geodata/found';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import { chooseLayers, type Layer, type LayerFormat } from './choose-layers.ts';
import { baseName, extension, type InputFile, readStart, stem } from './input-file.ts';
import { fileOnDisk, type Inputs, openInputs } from './open-inputs.ts';
import { readGeoJson } from './read-geojson.ts';
import { readShapefile } from './read-shapefile.ts';
import type { FeatureFindings, FeatureOptions, SourceFeature } from './source-feature.ts';

export type LayerReader = (
  layer: Layer,
  options: FeatureOptions,
  findings: FeatureFindings,
) => AsyncIterable<SourceFeature>;

const READERS: Readonly<Partial<Record<LayerFormat, LayerReader>>> = {
  geojson: ({ file }, options, findings) => readGeoJson(file, options, findings),
  shapefile: readShapefile,
};

export interface LayersLayout {
  readonly expected: Bilingual;
  /** Whether the attributes of a feature are those of the source. */
  isLayout(properties: Readonly<Record<string, unknown>>): boolean;
  /** Reader of GML, whose features each product lays out in its own way. */
  readonly readGml?: LayerReader;
}

/** Files of paths, with what stands beside a .shp on disk (.dbf, .prj, .cpg) where it was not named. */
export async function openLayerInputs(paths: readonly string[]): Promise<Inputs> {
  const inputs = await openInputs(paths);
  const named = new Set(inputs.files.map(({ name }) => name.toLowerCase()));
  const beside: InputFile[] = [];
  for (const path of paths.filter((path) => extension(path) === '.shp'))
    for (const entry of await readdir(dirname(path)))
      if (stem(entry) === stem(basename(path)) && /\.(?:dbf|prj|cpg)$/i.test(entry)) {
        const file = fileOnDisk(join(dirname(path), entry));
        if (!named.has(file.name.toLowerCase())) beside.push(file);
      }
  return { files: [...inputs.files, ...beside], close: inputs.close };
}

/**
 * Features of all layers among files, one after the other.
 *
 * @throws UnknownLayoutError where there is no layer, no feature, or the first ones have other attributes.
 */
export async function* readLayers(
  files: readonly InputFile[],
  layout: LayersLayout,
  options: FeatureOptions,
  findings: FeatureFindings,
): AsyncGenerator<SourceFeature> {
  const readers = { ...READERS, ...(layout.readGml && { gml: layout.readGml }) };
  const formats = Object.keys(readers) as LayerFormat[];
  const { layers, notes } = await chooseLayers(files, formats);
  for (const note of notes) findings.note(note);
  if (layers.length === 0)
    throw new UnknownLayoutError(layout.expected, await describeFiles(files));
  let isEmpty = true;
  for (const layer of layers) {
    let isKnown = false;
    for await (const feature of readers[layer.format]?.(layer, options, findings) ?? []) {
      isEmpty = false;
      isKnown ||= feature.defect !== null || layout.isLayout(feature.properties);
      if (!isKnown)
        throw new UnknownLayoutError(layout.expected, listed(Object.keys(feature.properties)));
      yield feature;
    }
  }
  // An empty file would take every zone or district off the map.
  if (isEmpty) throw new UnknownLayoutError(layout.expected, FOUND.noFeatures);
}

/** In place of what is no layer. A workbook was opened as the ZIP that it is. */
async function describeFiles(files: readonly InputFile[]): Promise<Bilingual | string> {
  if (files.some(({ name }) => name === 'xl/workbook.xml')) return FOUND.workbook;
  for (const file of files)
    if ((await readStart(file, 1)).length > 0)
      return listed(files.map(({ name }) => baseName(name)));
  return FOUND.emptyFile;
}

function listed(names: readonly string[]): string {
  return names.slice(0, 12).join(', ');
}
