import type { FileHandle } from 'node:fs/promises';
import type { Source } from 'pmtiles';

/** Reads an archive on disk by ranges, as the library asks for it. */
export class FileRange implements Source {
  readonly #file: FileHandle;
  readonly #key: string;
  constructor(file: FileHandle, key: string) {
    this.#file = file;
    this.#key = key;
  }
  getKey(): string {
    return this.#key;
  }
  async getBytes(offset: number, length: number) {
    const { buffer, bytesRead } = await this.#file.read(new Uint8Array(length), 0, length, offset);
    return { data: buffer.slice(0, bytesRead).buffer };
  }
}
