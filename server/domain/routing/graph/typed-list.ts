type ListArray = Uint8Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Numbers for a typed array whose length is not known yet, in no more bytes than they need. */
export class TypedList<T extends ListArray> {
  readonly #makeArray: (length: number) => T;
  #values: T;
  length = 0;

  constructor(makeArray: (length: number) => T) {
    this.#makeArray = makeArray;
    this.#values = makeArray(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = this.#makeArray(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(place: number): number | undefined {
    return place < this.length ? this.#values[place] : undefined;
  }

  /** The numbers in an array of their own; the list forgets them. */
  finish(): T {
    const values = this.#values.slice(0, this.length) as T;
    this.#values = this.#makeArray(0);
    this.length = 0;
    return values;
  }
}

export const uint8List = () => new TypedList((length) => new Uint8Array(length));
export const int32List = () => new TypedList((length) => new Int32Array(length));
export const uint32List = () => new TypedList((length) => new Uint32Array(length));
export const float32List = () => new TypedList((length) => new Float32Array(length));
export const float64List = () => new TypedList((length) => new Float64Array(length));
