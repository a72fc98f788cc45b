/** 1 MB each. Blocks are small beside the heap, so that none sets off a full collection. */
const BLOCK_LENGTH = 131_072;

/**
 * Numbers for a typed array whose length is not known yet. They are kept in blocks and put together at
 * the end: doubling one array would allocate four times its size on the way. Blocks are of one kind
 * for all uses, which keeps `push` fast.
 */
export class NumberList {
  /** The block that is being filled; see `reserve`. */
  block = new Float64Array(1024);
  readonly #fullBlocks: Float64Array[] = [];
  #used = 0;
  #fullLength = 0;

  get length(): number {
    return this.#fullLength + this.#used;
  }

  push(value: number): void {
    const at = this.reserve(1);
    this.block[at] = value;
  }

  /** Appends `count` numbers that the caller writes itself, to `block` from the place that is returned. */
  reserve(count: number): number {
    if (this.#used + count > this.block.length) this.#startBlock(Math.max(count, BLOCK_LENGTH));
    const at = this.#used;
    this.#used += count;
    return at;
  }

  toFloat64Array(): Float64Array {
    return this.#copyTo(new Float64Array(this.length));
  }

  /** For numbers that are integers from 0 to 2³² - 1. */
  toUint32Array(): Uint32Array {
    return this.#copyTo(new Uint32Array(this.length));
  }

  #copyTo<T extends Float64Array | Uint32Array>(target: T): T {
    let end = 0;
    for (const block of this.#fullBlocks) {
      target.set(block, end);
      end += block.length;
    }
    target.set(this.block.subarray(0, this.#used), end);
    return target;
  }

  #startBlock(length: number): void {
    this.#fullBlocks.push(this.block.subarray(0, this.#used));
    this.#fullLength += this.#used;
    this.block = new Float64Array(length);
    this.#used = 0;
  }
}
