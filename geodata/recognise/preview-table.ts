import { UnknownLayoutError } from '#geodata/item';
import { readA33Gml } from '#geodata/sources/ksj-a33-gml';
import { openWorkbook } from '#geodata/sources/roster-xlsx';
import { extension, readStart } from '#geodata/steps/input-file';
import { fileOnDisk } from '#geodata/steps/open-inputs';
import { readCsv } from '#geodata/steps/read-csv';
import { distinctHeaders, HEADER_WITHIN_ROWS } from '#geodata/steps/read-csv-headers';
import { openLayerInputs, readLayers } from '#geodata/steps/read-layers';
import { FeatureFindings } from '#geodata/steps/source-feature';

/** The start of a file as a table, whatever its format. */
export interface PreviewTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const LONGEST_CELL = 120;

/** The first rows or features of files; null where they are neither a table nor features. */
export async function previewTable(
  files: readonly string[],
  rowCount: number,
): Promise<PreviewTable | null> {
  try {
    const [file] = files;
    if (file === undefined) return null;
    if (extension(file) === '.xlsx') return await fromWorkbook(file, rowCount);
    if (await isText(file)) return await fromCsv(file, rowCount);
    return await fromLayers(files, rowCount);
  } catch (error) {
    if (error instanceof UnknownLayoutError) return null;
    throw error;
  }
}

/** Neither a package, nor binary, nor JSON or XML: those are read as layers. */
async function isText(path: string): Promise<boolean> {
  const start = await readStart(fileOnDisk(path), 4096);
  const isWide = start[0] === 0xff || start[0] === 0xfe;
  const text = start.toString('latin1').trimStart();
  return start.length > 0 && (isWide || !start.includes(0)) && !/^(?:ï»¿)?\s*[[{<]|^PK/.test(text);
}

async function fromCsv(path: string, rowCount: number): Promise<PreviewTable | null> {
  const rows: string[][] = [];
  let headers: readonly string[] = [];
  const onFound = (found: { headers: readonly string[] }) => {
    headers = found.headers;
  };
  for await (const { record } of readCsv(path, { onFound, isHeader: isLikelyHeader })) {
    rows.push(headers.map((header) => cut(record[header] ?? '')));
    if (rows.length === rowCount) break;
  }
  return headers.length === 0 ? null : { headers, rows };
}

/** A title above the list stands alone in its row. */
function isLikelyHeader(headers: readonly string[]): boolean {
  return headers.filter((header) => header !== '').length > 1;
}

async function fromWorkbook(path: string, rowCount: number): Promise<PreviewTable | null> {
  const workbook = await openWorkbook(path);
  try {
    const sheet = workbook.sheets.find(({ hidden }) => !hidden);
    if (sheet === undefined) return null;
    const cells: (readonly string[])[] = [];
    for await (const row of workbook.rows(sheet)) {
      cells.push(row.cells);
      if (cells.length === rowCount + HEADER_WITHIN_ROWS) break;
    }
    const at = Math.max(0, cells.findIndex(isLikelyHeader));
    const headers = distinctHeaders(cells[at] ?? []);
    const rows = cells
      .slice(at + 1, at + 1 + rowCount)
      .map((row) => headers.map((_, index) => cut(row[index] ?? '')));
    return headers.length === 0 ? null : { headers, rows };
  } finally {
    workbook.close();
  }
}

async function fromLayers(
  files: readonly string[],
  rowCount: number,
): Promise<PreviewTable | null> {
  const inputs = await openLayerInputs(files);
  try {
    const layout = {
      expected: { ja: '地図のデータ', en: 'map data' },
      isLayout: () => true,
      readGml: readA33Gml,
    };
    const headers = new Set<string>();
    const features: Readonly<Record<string, unknown>>[] = [];
    for await (const { properties } of readLayers(
      inputs.files,
      layout,
      {},
      new FeatureFindings(),
    )) {
      for (const name of Object.keys(properties)) headers.add(name);
      features.push(properties);
      if (features.length === rowCount) break;
    }
    const names = [...headers];
    const rows = features.map((properties) => names.map((name) => cut(cellText(properties[name]))));
    return { headers: names, rows };
  } finally {
    inputs.close();
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const cut = (text: string): string =>
  text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1)}…`;
