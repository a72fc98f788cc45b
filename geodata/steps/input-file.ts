/** A file on disk or an entry of a ZIP: read as often as needed, from its start. */
export interface InputFile {
  /** Path-like, with `/` between folders. */
  readonly name: string;
  /** Bytes on disk for each byte that is read: less than 1 for what is compressed. */
  readonly storedShare: number;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/** Last part of a name without folders, as it stands. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Name without its extension, for files that belong together (.shp, .dbf, .prj). */
export function stem(name: string): string {
  return name.replace(/\.[^./]+$/, '').toLowerCase();
}

export function extension(name: string): string {
  return /\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? '';
}

/** First bytes of a file; fewer where it is shorter. */
export async function readStart(file: InputFile, length: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of await file.open()) {
    parts.push(chunk);
    total += chunk.length;
    if (total >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** Bytes of a file; each chunk is told as the bytes that it takes on disk. */
export async function* readBytes(
  file: InputFile,
  onBytes?: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  let told = 0;
  for await (const chunk of await file.open()) {
    read += chunk.length;
    const stored = Math.round(read * file.storedShare);
    onBytes?.(stored - told);
    told = stored;
    yield chunk;
  }
}
