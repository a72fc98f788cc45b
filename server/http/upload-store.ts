import { randomUUID } from 'node:crypto';
import type { ImportSource } from '#contract/dataset';
import type { Upload } from './upload.ts';

/** Files that were sent once and wait to be imported. */
export interface StoredUpload {
  readonly id: string;
  readonly municipalityCode: string;
  readonly files: readonly string[];
  readonly candidates: readonly ImportSource[];
}

interface Entry {
  readonly upload: StoredUpload;
  readonly receivedAt: number;
  /** Removes the files of all that was sent with it once none is wanted any more. */
  readonly release: () => Promise<void>;
}

/** An officer maps columns in minutes; the files hold people and are not kept for longer. */
const KEPT_MILLIS = 60 * 60_000;
const MOST_UPLOADS = 40;

/** Uploads of this process that have not been imported yet; gone with it. */
export class UploadStore {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Keeps what was received as the groups that its files make up. */
  async keep(
    municipalityCode: string,
    received: Upload,
    groups: readonly Pick<StoredUpload, 'files' | 'candidates'>[],
  ): Promise<StoredUpload[]> {
    await this.#forgetOld();
    let left = groups.length;
    const release = async () => {
      left -= 1;
      if (left === 0) await received.remove();
    };
    if (groups.length === 0) await received.remove();
    return groups.map((group) => {
      const upload = { id: randomUUID(), municipalityCode, ...group };
      this.#entries.set(upload.id, { upload, receivedAt: this.#now(), release });
      return upload;
    });
  }

  find(municipalityCode: string, id: string): StoredUpload | null {
    const upload = this.#entries.get(id)?.upload;
    return upload?.municipalityCode === municipalityCode ? upload : null;
  }

  /** Nothing where it is gone already. */
  async remove(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    await entry?.release();
  }

  async removeAll(): Promise<void> {
    for (const id of [...this.#entries.keys()]) await this.remove(id);
  }

  async #forgetOld(): Promise<void> {
    const entries = [...this.#entries];
    const tooMany = entries.slice(0, Math.max(0, entries.length - MOST_UPLOADS));
    const tooOld = entries.filter(([, { receivedAt }]) => this.#now() - receivedAt > KEPT_MILLIS);
    for (const [id] of [...tooMany, ...tooOld]) await this.remove(id);
  }
}
