/** A Float64Array or Uint32Array that is filled before its length is known: it doubles when full. */
export class GrowingArray<T extends Float64Array | Uint32Array> {
  length = 0;
  readonly #allocate: (length: number) => T;
  #values: T;

  constructor(allocate: (length: number) => T) {
    this.#allocate = allocate;
    this.#values = allocate(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#resize(this.length * 2);
    this.#values[this.length++] = value;
  }

  /** What was pushed, in a buffer of exactly its size. */
  finish(): T {
    if (this.length !== this.#values.length) this.#resize(this.length);
    return this.#values;
  }

  #resize(length: number): void {
    const resized = this.#allocate(length);
    resized.set(this.#values.subarray(0, this.length));
    this.#values = resized;
  }
}
