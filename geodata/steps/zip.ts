import { open } from 'node:fs/promises';
import { type Entry, openPromise } from 'yauzl';
import type { InputFile } from './input-file.ts';

const UTF8_FLAG = 0x800;

export async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await file.close();
  }
}

/**
 * Entries of a ZIP, folders and macOS leftovers left out. They are streamed and never written to disk,
 * so no name can lead out of a folder.
 */
export async function openZip(path: string): Promise<{ files: InputFile[]; close: () => void }> {
  // Names come as bytes: yauzl would refuse backslashes and read Japanese names as CP437.
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
  });
  const files: InputFile[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._)/.test(name)) continue;
      files.push({
        name,
        sizeBytes: entry.uncompressedSize,
        open: () => zip.openReadStreamPromise(entry),
      });
    }
  } catch (error) {
    zip.close();
    throw error;
  }
  return { files, close: () => zip.close() };
}

/**
 * UTF-8 where the entry says so or its bytes are valid UTF-8, else CP932, as Windows in Japan writes.
 * Backslashes part folders only after decoding: a CP932 character may hold that byte (表 is 95 5C).
 */
function entryName(entry: Entry): string {
  const bytes = entry.fileNameRaw;
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || isValidUtf8(bytes);
  return new TextDecoder(isUtf8 ? 'utf-8' : 'shift_jis').decode(bytes).replaceAll('\\', '/');
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
