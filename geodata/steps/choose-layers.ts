import type { Bilingual } from '#geodata/item';
import { baseName, extension, type InputFile, stem } from './input-file.ts';

export const LAYER_FORMATS = ['geojson', 'shapefile', 'gml'] as const;
export type LayerFormat = (typeof LAYER_FORMATS)[number];

/** One set of features: a GeoJSON or GML file, or a .shp with the files that belong to it. */
export interface Layer {
  readonly format: LayerFormat;
  readonly file: InputFile;
  readonly companions: readonly InputFile[];
}

export interface ChosenLayers {
  readonly layers: readonly Layer[];
  readonly notes: readonly Bilingual[];
}

const EXTENSIONS: Readonly<Record<LayerFormat, readonly string[]>> = {
  geojson: ['.geojson', '.json'],
  shapefile: ['.shp'],
  gml: ['.xml', '.gml'],
};

/**
 * The layers to be read among files. A package that holds the same data in several formats, or in two
 * encodings, is read once: GeoJSON before Shapefile before GML, a UTF-8 folder before others.
 */
export function chooseLayers(
  files: readonly InputFile[],
  formats: readonly LayerFormat[] = LAYER_FORMATS,
): ChosenLayers {
  const found = formats
    .map((format) => ({ format, files: files.filter((file) => isOfFormat(file, format)) }))
    .filter((group) => group.files.length > 0);
  const [chosen, ...others] = found;
  if (chosen === undefined) return { layers: [], notes: [] };
  const distinct = new Map<string, InputFile>();
  for (const file of chosen.files) {
    const key = baseName(file.name).toLowerCase();
    const known = distinct.get(key);
    // Files given one by one are different files, whatever their names.
    if (known !== undefined && folderOf(known) === folderOf(file)) distinct.set(file.name, file);
    else if (known === undefined || /utf-?8/i.test(folderOf(file))) distinct.set(key, file);
  }
  const layers = [...distinct.values()].map(
    (file): Layer => ({
      format: chosen.format,
      file,
      companions: files.filter((other) => other !== file && stem(other.name) === stem(file.name)),
    }),
  );
  const left = [
    ...chosen.files.filter((file) => !layers.some((layer) => layer.file === file)),
    ...others.flatMap((group) => group.files),
  ].map(({ name }) => name);
  const notes =
    left.length === 0
      ? []
      : [
          {
            ja: `同じデータが複数の形式で入っているため ${chosen.format} を読みました(読まないファイル: ${left.join('、')})`,
            en: `The data are there in several formats: ${chosen.format} was read (left: ${left.join(', ')})`,
          },
        ];
  return { layers, notes };
}

function isOfFormat({ name }: InputFile, format: LayerFormat): boolean {
  return EXTENSIONS[format].includes(extension(name)) && !/^KS-META/i.test(baseName(name));
}

function folderOf({ name }: InputFile): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}
