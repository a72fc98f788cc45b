import { createReadStream } from 'node:fs';
import { isZip, openZip } from './zip.ts';

/** A file on disk or an entry of a ZIP: read as often as needed, from its start. */
export interface InputFile {
  /** Path-like, with `/` between folders. */
  readonly name: string;
  /** Bytes on disk for each byte that is read: less than 1 for what is compressed. */
  readonly storedShare: number;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

export interface Inputs {
  readonly files: readonly InputFile[];
  close(): void;
}

/** Lists the files that paths stand for: a ZIP stands for what is in it. */
export async function openInputs(paths: readonly string[]): Promise<Inputs> {
  const files: InputFile[] = [];
  const closers: (() => void)[] = [];
  const close = (): void => {
    for (const closeZip of closers) closeZip();
  };
  try {
    for (const path of paths)
      if (await isZip(path)) {
        const zip = await openZip(path);
        closers.push(zip.close);
        files.push(...zip.files);
      } else files.push(fileOnDisk(path));
  } catch (error) {
    close();
    throw error;
  }
  return { files, close };
}

export function fileOnDisk(path: string): InputFile {
  return {
    name: path.replaceAll('\\', '/'),
    storedShare: 1,
    open: async () => createReadStream(path, { highWaterMark: 1 << 18 }),
  };
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
