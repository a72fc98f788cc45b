/** Numbers for a typed array whose length is not known yet. */
export class NumberList {
  /** What was pushed, and room for more; see `reserve`. */
  values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    this.reserve(1);
    this.values[this.length++] = value;
  }

  /** Makes room for `count` more in `values`, for whoever writes them there and adds to `length` itself. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.values.length) return;
    const larger = new Float64Array(Math.max(needed, 2 * this.values.length));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }

  /** Forgets the numbers and keeps the room. */
  clear(): void {
    this.length = 0;
  }

  toFloat64Array(): Float64Array {
    return this.values.slice(0, this.length);
  }

  /** For numbers that are integers from 0 to 2³² - 1. */
  toUint32Array(): Uint32Array {
    return new Uint32Array(this.values.subarray(0, this.length));
  }
}
