/**
 * Values made from one version of the data, the latest for each key. Whoever asks while a value is made
 * waits for the same one; a value that could not be made is not kept.
 */
export class VersionCache<Value> {
  readonly #entries = new Map<string, { readonly token: string; readonly value: Promise<Value> }>();

  get(key: string, token: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    if (known?.token === token) return known.value;
    const value = make();
    const entry = { token, value };
    this.#entries.set(key, entry);
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return value;
  }
}
