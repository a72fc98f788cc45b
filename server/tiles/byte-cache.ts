/** Keeps the byte strings that were used last, up to a total of bytes. */
export class ByteCache {
  readonly #entries = new Map<string, Uint8Array>();
  readonly #capacityBytes: number;
  #usedBytes = 0;

  constructor(capacityBytes: number) {
    this.#capacityBytes = capacityBytes;
  }

  get(key: string): Uint8Array | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    // A Map keeps the order of insertion: what is used goes to its end, what is not is found first.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, bytes: Uint8Array): void {
    this.#remove(key);
    this.#entries.set(key, bytes);
    this.#usedBytes += costOf(key, bytes);
    for (const oldest of this.#entries.keys()) {
      if (this.#usedBytes <= this.#capacityBytes) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#usedBytes -= costOf(key, entry);
  }
}

/** With what the Map itself takes for an entry, so that empty tiles are not free. */
function costOf(key: string, bytes: Uint8Array): number {
  return bytes.length + 2 * key.length + 100;
}
