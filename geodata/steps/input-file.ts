import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { isZip, openZip } from './zip.ts';

/** A file on disk or an entry of a ZIP: read as often as needed, from its start. */
export interface InputFile {
  /** Path-like, with `/` between folders. */
  readonly name: string;
  readonly sizeBytes: number;
  open(): Promise<Readable>;
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
      } else files.push(await fileOnDisk(path));
  } catch (error) {
    close();
    throw error;
  }
  return { files, close };
}

export async function fileOnDisk(path: string): Promise<InputFile> {
  const { size } = await stat(path);
  return {
    name: path.replaceAll('\\', '/'),
    sizeBytes: size,
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
  const parts: Buffer[] = [];
  let total = 0;
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    parts.push(chunk);
    total += chunk.length;
    if (total >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** Bytes of a file, each chunk counted as it is read. */
export async function* readBytes(
  file: InputFile,
  onBytes?: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}
