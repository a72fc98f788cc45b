import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export async function writeOut(
  directory: string,
  file: string,
  content: string | Uint8Array,
): Promise<WrittenFile> {
  const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  await writeFile(join(directory, file), data);
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { file, bytes: data.byteLength, sha256 };
}

export interface Feature {
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** A GeoJSON collection with one feature a line. */
export function geojsonText(name: string, features: Iterable<Feature>): string {
  const lines: string[] = [];
  for (const { properties, geometry } of features)
    lines.push(JSON.stringify({ type: 'Feature', properties, geometry }));
  return `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[\n${lines.join(',\n')}\n]}\n`;
}

type Cell = string | number | null;

/** CSV with byte order mark and CRLF, as offices and their spreadsheets write it. */
export function csvText(headers: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [headers.map(quoted).join(',')];
  for (const row of rows) lines.push(row.map(quoted).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
