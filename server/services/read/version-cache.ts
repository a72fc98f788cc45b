/** Actors of roles that see a few people each would fill the memory: those asked for least lately go. */
const MOST_KEYS = 500;

/**
 * Values made from one version of the data, the latest for each key. Whoever asks while a value is made
 * waits for the same one; a value that could not be made is not kept.
 */
export class VersionCache<Value> {
  readonly #entries = new Map<string, { readonly token: string; readonly value: Promise<Value> }>();

  get(key: string, token: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    this.#entries.delete(key);
    if (known?.token === token) {
      this.#entries.set(key, known);
      return known.value;
    }
    const value = make();
    const entry = { token, value };
    this.#entries.set(key, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST_KEYS) break;
      this.#entries.delete(oldest);
    }
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return value;
  }
}
