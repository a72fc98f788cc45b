/** A Uint32Array that is filled before its length is known: it doubles when full. */
export class GrowingUint32 {
  length = 0;
  #values = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.#values.length) this.#resize(this.length * 2);
    this.#values[this.length++] = value;
  }

  /** What was pushed, in a buffer of exactly its size. */
  finish(): Uint32Array {
    if (this.length !== this.#values.length) this.#resize(this.length);
    return this.#values;
  }

  #resize(length: number): void {
    const resized = new Uint32Array(length);
    resized.set(this.#values.subarray(0, this.length));
    this.#values = resized;
  }
}
