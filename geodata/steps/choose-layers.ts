import type { Bilingual } from '#geodata/item';
import { baseName, type InputFile, readStart, stem } from './input-file.ts';

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

/**
 * The layers to be read among files. A package that holds the same data in several formats, or in two
 * encodings, is read once: GeoJSON before Shapefile before GML, a UTF-8 folder before others. Formats
 * are told by the first bytes, for uploads may come without a name.
 */
export async function chooseLayers(
  files: readonly InputFile[],
  formats: readonly LayerFormat[] = LAYER_FORMATS,
): Promise<ChosenLayers> {
  const formatOfFile = new Map<InputFile, LayerFormat | null>();
  for (const file of files) formatOfFile.set(file, await sniffFormat(file));
  const found = formats
    .map((format) => ({ format, files: files.filter((file) => formatOfFile.get(file) === format) }))
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

/** File code of a .shp and .shx, 9994 with the high byte first; the .shx has no features. */
const SHAPEFILE_START = '0000270a';

async function sniffFormat(file: InputFile): Promise<LayerFormat | null> {
  if (/^KS-META/i.test(baseName(file.name)) || /\.(?:shx|xlsx)$/i.test(file.name)) return null;
  const start = await readStart(file, 4096);
  if (start.toString('hex', 0, 4) === SHAPEFILE_START) return 'shapefile';
  const text = start
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text.startsWith('{')) return 'geojson';
  return text.startsWith('<') && /opengis\.net\/gml|ksj/.test(text) ? 'gml' : null;
}

function folderOf({ name }: InputFile): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}
