import { createReadStream } from 'node:fs';
import type { InputFile } from './input-file.ts';
import { isZip, openZip } from './zip.ts';

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
