import type { ImportSource } from '#contract/dataset';
import type { ImportOptionTexts } from '#contract/import';

type OptionName = keyof ImportOptionTexts;

const OF_TABLES = ['asOf', 'encoding'] as const;
const OF_SHAPES = ['asOf', 'encoding', 'planeZone'] as const;

/** Which options concern the files of a source, in the order in which they are shown. */
export const OPTIONS_OF: Readonly<Record<ImportSource, readonly OptionName[]>> = {
  'ksj-a33': [...OF_SHAPES, 'clip'],
  'gsi-shelters': OF_TABLES,
  'standard-shelters': OF_TABLES,
  'welfare-shelters': OF_TABLES,
  districts: [...OF_SHAPES, 'nameAttribute', 'boundary'],
  gazetteer: OF_TABLES,
  osm: ['asOf', 'clip'],
  'gsi-roads': [...OF_SHAPES, 'clip'],
  roster: [...OF_TABLES, 'sheet'],
  consents: OF_TABLES,
};

/** The options with one of them changed; an empty text means what is found in the file. */
export function withOption(
  options: ImportOptionTexts,
  name: OptionName,
  value: string,
): ImportOptionTexts {
  const { [name]: _, ...others } = options;
  return value === '' ? others : { ...others, [name]: value };
}
