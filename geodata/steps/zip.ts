import { open } from 'node:fs/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FOUND } from '#geodata/found';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import type { InputFile } from './input-file.ts';
import { unpackLimits } from './unpack-limits.ts';

const EXPECTED: Bilingual = {
  ja: '壊れておらず、パスワードのない ZIP',
  en: 'a sound ZIP without a password',
};
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
 *
 * @throws UnknownLayoutError where the ZIP is broken or encrypted, at the reading of an entry too.
 */
export async function openZip(path: string): Promise<{ files: InputFile[]; close: () => void }> {
  // Names come as bytes: yauzl would refuse backslashes and read Japanese names as CP437.
  const zip = await sound(
    openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }),
  );
  try {
    return { files: await sound(listFiles(zip)), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listFiles(zip: ZipFile): Promise<InputFile[]> {
  const files: InputFile[] = [];
  const isTooMuch = unpackLimits(zip);
  for await (const entry of zip.eachEntry()) {
    if (isTooMuch(entry)) throw new UnknownLayoutError(EXPECTED, FOUND.zipBomb);
    const name = entryName(entry);
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._)/.test(name)) continue;
    files.push({
      name,
      storedShare: entry.compressedSize / Math.max(entry.uncompressedSize, 1),
      open: async () => soundBytes(await sound(zip.openReadStreamPromise(entry))),
    });
  }
  return files;
}

async function* soundBytes(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const bytes = stream[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await sound(bytes.next());
    if (done) return;
    yield value;
  }
}

async function sound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnknownLayoutError) throw error;
    const found = /encrypted/.test(String(error)) ? FOUND.encryptedZip : FOUND.brokenZip;
    throw new UnknownLayoutError(EXPECTED, found);
  }
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
