/** Bytes of a stream, taken in pieces of a wanted length. */
export class ByteQueue {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array[] = [];
  #length = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** `end`: nothing was left; `cut`: less than was asked for. */
  async take(length: number): Promise<Uint8Array | 'end' | 'cut'> {
    while (this.#length < length) {
      const { done, value } = await this.#chunks.next();
      if (done) return this.#length === 0 ? 'end' : 'cut';
      this.#held.push(value);
      this.#length += value.length;
    }
    const all = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
    this.#held = [all.subarray(length)];
    this.#length -= length;
    return all.subarray(0, length);
  }

  /** Lets the stream go where it is not read to its end. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
